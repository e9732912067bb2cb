package app.ascent.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares passwords with their stored hashes, the same pair at most once a minute. A program that asks for the progress
 * of an import every two seconds sends its password each time, and a comparison is slow on purpose: a sixth of a second
 * that the import is in want of. Only what was right is remembered, so that guessing stays as slow as it was; and by a
 * keyed hash of password and stored hash together, so that a new password counts from its first moment. Whether the user
 * is locked or deactivated is not asked here, and is asked every time.
 */
@Component
class RecentPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final PasswordEncoder passwords;
    private final Clock clock;
    private final SecretKeySpec key = new SecretKeySpec(SecureRandom.getSeed(32), ALGORITHM);
    private final SequencedMap<String, Instant> right = new LinkedHashMap<>();

    RecentPasswords(PasswordEncoder passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Takes as long for a right password as for a wrong one, for whoever must not learn which it was. */
    boolean matchesSlowly(String password, String hash) {
        return passwords.matches(password, hash);
    }

    boolean matches(String password, String hash) {
        String pair = pair(password, hash);
        if (known(pair)) {
            return true;
        }
        boolean matches = matchesSlowly(password, hash);
        if (matches) {
            remember(pair);
        }
        return matches;
    }

    private synchronized boolean known(String pair) {
        Instant at = right.get(pair);
        Instant now = clock.instant();
        // A clock that was set back must not make a minute longer.
        return at != null && !at.isAfter(now) && at.plus(REMEMBERED).isAfter(now);
    }

    private synchronized void remember(String pair) {
        Instant now = clock.instant();
        right.values().removeIf(at -> !at.plus(REMEMBERED).isAfter(now));
        if (right.size() >= MOST) {
            right.pollFirstEntry();
        }
        right.put(pair, now);
    }

    private String pair(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // A stored hash holds no line break, so that no two pairs read alike.
            mac.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
