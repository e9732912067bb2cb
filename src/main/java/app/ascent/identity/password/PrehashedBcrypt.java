package app.ascent.identity.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Bcrypt over the whole of a password. By itself it reads 72 bytes and no more, so it is given a digest of 64 characters,
 * which ends in no zero byte and, being keyed, is nobody else's digest of the password. One that was typed on another
 * keyboard, with its accents apart, is the same.
 */
final class PrehashedBcrypt implements PasswordEncoder {

    private static final String ALGORITHM = "HmacSHA384";
    private static final SecretKeySpec KEY =
            new SecretKeySpec("app.ascent.identity.password".getBytes(StandardCharsets.US_ASCII), ALGORITHM);

    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : bcrypt.encode(digest(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return password != null && bcrypt.matches(digest(password), hash);
    }

    private static String digest(CharSequence password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            String whole = Normalizer.normalize(password, Normalizer.Form.NFC);
            return Base64.getEncoder().encodeToString(mac.doFinal(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
