package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mapping guide and the pages explain each reason there is, and none that there is not. */
class MappingGuideTests {

    @Test
    void explainsEveryReason() throws IOException {
        String guide = Files.readString(Path.of("docs/mapping.md"));
        String reasons = guide.substring(guide.indexOf("\n## Reasons\n"), guide.indexOf("\nNotices are about"));

        assertThat(codes(reasons, "(?m)^\\| `([A-Z_]+)` \\| (?:skipped|failed|remark) "))
                .isEqualTo(known());
        assertThat(codes(guide, "`([A-Z]+_[A-Z_]+)`").stream().filter(code -> !code.startsWith("COMPLETED")))
                .isSubsetOf(with(
                        known(),
                        "RESTRICTED_ACCESS",
                        "FEWER_THAN_COUNTED",
                        "UNREADABLE_ROWS",
                        "UNREADABLE_LISTS",
                        "LOOKUP_UNREADABLE",
                        "NOT_STAGED",
                        "NEVER_READ",
                        "MAYBE_HIDDEN"));
    }

    @Test
    void hasATitleAndASentenceForEveryReason() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages/importing.properties"))) {
            texts.load(reader);
        }

        assertThat(known()).allSatisfy(code -> assertThat(texts)
                .containsKeys("reason." + code + ".title", "reason." + code + ".text"));
    }

    /** The engine's own and those of all entity types, wherever they are declared. */
    private static Set<String> known() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return codes(sources.toString(), "static final Reason \\w+ =\\s+\\S*?(?:skip|failure|remark)\\(\"([A-Z_]+)\"");
    }

    private static Set<String> with(Set<String> codes, String... more) {
        codes.addAll(Arrays.asList(more));
        return codes;
    }

    private static Set<String> codes(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
