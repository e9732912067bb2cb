package app.ascent;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser of this machine; tests never fetch one. */
public final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    /** What Playwright is given as the executable path: CHROMIUM_PATH, or what the PATH has. */
    public static Optional<Path> path() {
        String named = System.getenv("CHROMIUM_PATH");
        Stream<Path> candidates = named != null ? Stream.of(Path.of(named)) : onThePath();
        return candidates.filter(Files::isExecutable).findFirst();
    }

    static boolean installed() {
        return path().isPresent();
    }

    private static Stream<Path> onThePath() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    }
}
