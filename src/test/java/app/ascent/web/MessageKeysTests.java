package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No page shows a key in place of a text, and no bundle takes another one's key. */
class MessageKeysTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9._-]*)[(}]|said\\('([a-zA-Z0-9._-]+)'\\)");
    private static final Pattern LINE = Pattern.compile("^([a-zA-Z][^\\s=:]*)\\s*[=:]", Pattern.MULTILINE);
    private static final Pattern LIVELY = Pattern.compile("[!]|\\boops\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        Set<String> known = bundles().values().stream()
                .flatMap(bundle -> bundle.stringPropertyNames().stream())
                .collect(java.util.stream.Collectors.toSet());
        Map<String, String> missing = new TreeMap<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            Matcher key = KEY.matcher(Files.readString(template));
            while (key.find()) {
                String name = key.group(1) == null ? key.group(2) : key.group(1);
                if (!known.contains(name)) {
                    missing.put(name, template.toString());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** In the same bundle the later one would win, unnoticed. */
    @Test
    void everyTextStandsOnce() throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
            Matcher key = LINE.matcher(Files.readString(file));
            while (key.find()) {
                if (!seen.add(key.group(1))) {
                    twice.add(key.group(1));
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(1_000);
        assertThat(twice).isEmpty();
    }

    @Test
    void noTextRaisesItsVoice() throws IOException {
        Set<String> loud = new TreeSet<>();
        bundles()
                .values()
                .forEach(bundle -> bundle.forEach((key, text) -> {
                    if (LIVELY.matcher(text.toString()).find()) {
                        loud.add(key.toString());
                    }
                }));

        assertThat(loud).isEmpty();
    }

    private static Map<String, Properties> bundles() throws IOException {
        Map<String, Properties> bundles = new TreeMap<>();
        for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
            Properties bundle = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                bundle.load(reader);
            }
            bundles.put(file.getFileName().toString(), bundle);
        }
        return bundles;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
