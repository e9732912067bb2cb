package app.ascent.autotask.zone;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * By what number a database is known that Autotask does not tell the number of. It is made of the domain of the API user,
 * which all API users of a tenant share, so that another user of it leads to the same one; and it lies far above Autotask's
 * own, so that the two are never taken for each other. See docs/adr/016.
 */
final class StandInNumber {

    /** Autotask's own have five to eight digits. */
    private static final long LOWEST = 9_000_000_000L;

    private static final long MANY = 1_000_000_000L;

    private StandInNumber() {}

    static long of(String apiUser) {
        String name = apiUser.strip().toLowerCase(Locale.ROOT);
        String domain = name.substring(name.lastIndexOf('@') + 1);
        return LOWEST + Math.floorMod(digest(domain), MANY);
    }

    private static long digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
