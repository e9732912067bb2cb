package app.ascent.sandbox.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The word lists everything is made of. */
record Words(List<Region> regions, Map<String, List<String>> common) {

    static Words read() {
        List<Region> weighted = new ArrayList<>();
        sections("sandbox/regions.txt").forEach((code, lists) -> {
            Region region = Region.of(code, lists);
            weighted.addAll(Collections.nCopies(region.weight(), region));
        });
        Map<String, List<String>> common = new HashMap<>();
        sections("sandbox/words.txt")
                .values()
                .forEach(lists -> lists.forEach((key, values) -> common.put(key, Word.split(values))));
        return new Words(List.copyOf(weighted), Map.copyOf(common));
    }

    /** One of the regions, the weightier the likelier. */
    Region region(Dice dice) {
        return dice.pick(regions);
    }

    List<String> list(String name) {
        return common.getOrDefault(name, List.of());
    }

    static List<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, String>> sections(String resource) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = sections.computeIfAbsent("", name -> new HashMap<>());
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new HashMap<>());
            } else {
                int equals = line.indexOf('=');
                section.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        if (section != sections.get("")) {
            sections.remove("");
        }
        return sections;
    }
}
