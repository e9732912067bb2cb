package app.ascent.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A credential in memory: it prints as a mask and shows itself only when asked by name. It keeps its text scrambled with
 * a pad of its own, so that neither a heap dump nor a serializer that walks fields finds it, and it equals only itself,
 * so that nobody can guess it by comparing.
 */
public final class Secret {

    private static final String MASK = "••••••";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient byte[] pad;
    private final transient byte[] scrambled;

    public Secret(String value) {
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        this.pad = new byte[plain.length];
        RANDOM.nextBytes(pad);
        this.scrambled = scramble(plain, pad);
        Arrays.fill(plain, (byte) 0);
    }

    /** The plain text, for the one place that needs it; not to be kept in a field. */
    public String reveal() {
        return new String(scramble(scrambled, pad), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return MASK;
    }

    private static byte[] scramble(byte[] bytes, byte[] pad) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) (bytes[i] ^ pad[i]);
        }
        return result;
    }
}
