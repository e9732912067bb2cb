package app.ascent.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A file under {@code src/test/resources/upgrade}. */
final class Fixture {

    private Fixture() {}

    static BufferedReader reader(String name) {
        return new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Fixture.class.getResourceAsStream("/upgrade/" + name), name),
                StandardCharsets.UTF_8));
    }

    static String text(String name) {
        return String.join("\n", lines(name));
    }

    static List<String> lines(String name) {
        try (BufferedReader reader = reader(name)) {
            return reader.lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
