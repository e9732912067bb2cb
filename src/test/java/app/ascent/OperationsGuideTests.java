package app.ascent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators' guide explains each reason a run can name, and none that it cannot. */
class OperationsGuideTests {

    private static final Path GUIDE = Path.of("docs/operations.md");
    private static final Path SOURCES = Path.of("src/main/java");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "## When a run waits ; new SourceFailure\\.RetryLater",
                "## When a run fails ; new (?:SourceFailure\\.(?:Denied|Broken|Unreadable)|RunFailure)"
            })
    void explainsEveryReason(String section, String madeBy) throws IOException {
        Set<String> known = codes(sources(), madeBy + "\\(\\s*(?:lease,\\s*)?\"([a-z-]+)\"");

        assertThat(known).hasSizeGreaterThan(3);
        assertThat(codes(section(section), "(?m)^\\| `([a-z-]+)`"))
                .as("reasons in the table under \"%s\"", section)
                .isEqualTo(known);
    }

    private static String section(String heading) throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        return guide.substring(start, guide.indexOf("\n## ", start + 1));
    }

    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    private static Set<String> codes(String text, String pattern) {
        Set<String> codes = new TreeSet<>();
        Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(OperationsGuideTests::first)
                .forEach(codes::add);
        return codes;
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }
}
