package app.ascent.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Knows the passwords that everybody who guesses tries first. Most are shorter than a password may be, so what counts is
 * the word in the middle: {@code P@ssword-2026} is "password" with an ornament.
 */
@Component
public class CommonPasswords {

    private static final String LIST = "identity/common-passwords.txt";

    /** A shorter word in the middle says little about the whole. */
    private static final int SHORTEST_WORD = 4;

    private final Set<String> common;

    public CommonPasswords() {
        try {
            this.common = new ClassPathResource(LIST)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is a common password, as it stands or with ornaments. */
    public boolean contains(String password) {
        String plain = Spelling.plain(password);
        return common.contains(plain)
                || common.contains(Spelling.withoutSeparators(plain))
                || isCommonWord(Spelling.core(plain))
                || isCommonWord(Spelling.unmasked(password));
    }

    private boolean isCommonWord(String word) {
        return word.length() >= SHORTEST_WORD && common.contains(word);
    }
}
