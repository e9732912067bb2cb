package app.ascent.identity;

import java.util.List;

/**
 * What {@code @PreAuthorize}, navigation and panels ask for by name, and who has it. Each module contributes its own as beans,
 * so that a further kind of record needs no edit of identity; a name that is contributed twice is refused at start-up.
 *
 * @param least the role that has them, and with it each that includes it
 * @param names {@code clients.delete}
 */
public record Permissions(Role least, List<String> names) {

    public static Permissions from(Role least, String... names) {
        return new Permissions(least, List.of(names));
    }
}
