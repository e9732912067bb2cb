package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The sprite has the icons that pages ask for, drawn as Tabler draws them. */
class IconTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SYMBOL =
            Pattern.compile("<symbol id=\"([^\"]+)\" viewBox=\"0 0 24 24\">(.*?)</symbol>");
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("(?:icon|toned|emptyWith|empty)\\('([a-z0-9-]+)'|icons\\.svg\\}#([a-z0-9-]+)");
    private static final Pattern IN_BADGE = Pattern.compile("(?:badge|large|status|with)\\('[a-z]*', ?'([a-z0-9-]+)'");
    private static final Pattern IN_ITEM =
            Pattern.compile("new NavigationItem\\([^)]*?\"([a-z0-9-]+)\",\\s*\"[a-z.]*\"\\)");
    /** Tabler draws an invisible box round each icon; the view box does that here. */
    private static final String BOUNDS = "M0 0h24v24H0z";

    private static final Pattern SHAPE = Pattern.compile(" d=\"([^\"]+)\"");

    private final String sprite = text("static/shell/icons.svg");

    @Test
    void everyIconThatAPageNamesIsInTheSprite() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path template : files(TEMPLATES, ".html")) {
            String html = Files.readString(template);
            collect(IN_TEMPLATE, html, named);
            collect(IN_BADGE, html, named);
        }
        for (Path source : files(SOURCES, ".java")) {
            collect(IN_ITEM, Files.readString(source), named);
        }

        assertThat(named).contains("check", "transfer-in", "eye").allMatch(symbols()::contains);
    }

    @Test
    void everySymbolIsDrawnAsInTabler() {
        Matcher symbol = SYMBOL.matcher(sprite);
        int compared = 0;
        while (symbol.find()) {
            String original =
                    text("META-INF/resources/webjars/tabler__icons/3.35.0/icons/outline/" + symbol.group(1) + ".svg");
            assertThat(shapes(symbol.group(2))).as(symbol.group(1)).isEqualTo(shapes(original));
            compared++;
        }

        assertThat(compared).isGreaterThan(50).isEqualTo(symbols().size());
    }

    @Test
    void theLicenceOfTheIconsComesAlong() {
        assertThat(sprite).contains("MIT License", "Copyright (c) 2020-2025 Paweł Kuna");
    }

    private Set<String> symbols() {
        Set<String> names = new TreeSet<>();
        Matcher symbol = SYMBOL.matcher(sprite);
        while (symbol.find()) {
            names.add(symbol.group(1));
        }
        return names;
    }

    private static Set<String> shapes(String svg) {
        Set<String> shapes = new TreeSet<>();
        Matcher shape = SHAPE.matcher(svg);
        while (shape.find()) {
            if (!shape.group(1).equals(BOUNDS)) {
                shapes.add(shape.group(1));
            }
        }
        return shapes;
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    into.add(matcher.group(group));
                }
            }
        }
    }

    private static Iterable<Path> files(Path root, String ending) throws IOException {
        Predicate<Path> wanted = path -> path.toString().endsWith(ending);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(wanted).toList();
        }
    }

    private static String text(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
