package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide to security points to tests that are there. */
class SecurityGuideTests {

    @Test
    void namesTestsThatExist() throws IOException {
        String guide = Files.readString(Path.of("docs/security.md"));

        assertThat(Pattern.compile("`(?:[a-z]+\\.)?([A-Z]\\w+(?:Tests|IT))`")
                        .matcher(guide)
                        .results()
                        .map(test -> test.group(1)))
                .hasSizeGreaterThan(30)
                .isSubsetOf(tests());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
