package app.ascent.identity.password;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept. Hashes name their algorithm, so that it can be changed without a new password for everybody. */
@Configuration(proxyBeanMethods = false)
public class PasswordHashes {

    private static final String NOW = "bcrypt-sha384";
    private static final String BEFORE = "bcrypt";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                NOW, Map.of(NOW, new PrehashedBcrypt(), BEFORE, new BCryptPasswordEncoder()));
    }

    /** Whether a password should be hashed anew when it is seen the next time. */
    public static boolean isOutdated(String hash) {
        return hash.startsWith("{" + BEFORE + "}");
    }
}
