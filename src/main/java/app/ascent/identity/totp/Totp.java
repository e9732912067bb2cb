package app.ascent.identity.totp;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every half minute, with the parameters that every authenticator app has. */
public final class Totp {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** A clock may be wrong by one step, and a person needs a moment to type. */
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** A new secret, as it is typed into an app. */
    public static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base32.encode(secret);
    }

    /** What an app reads from a QR code. */
    public static String address(String secret, String user) {
        return "otpauth://totp/Ascent:" + encode(user) + "?secret=" + secret
                + "&issuer=Ascent&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    /**
     * The step that a code belongs to, of those around this moment.
     *
     * @param after steps up to this one have been used
     */
    public static OptionalLong step(String secret, String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        byte[] key = Base32.decode(secret);
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> step > after)
                .filter(step -> MessageDigest.isEqual(typed, code(key, step).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    /** The code of this moment. */
    public static String code(String secret, Instant now) {
        return code(Base32.decode(secret), now.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            ByteBuffer digest = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int offset = digest.get(digest.capacity() - 1) & 0xf;
            int number = (digest.getInt(offset) & Integer.MAX_VALUE) % MODULUS;
            return String.format(Locale.ROOT, "%06d", number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
