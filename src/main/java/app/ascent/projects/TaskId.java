package app.ascent.projects;

import java.util.UUID;

/** Names one task of a project. */
public record TaskId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
