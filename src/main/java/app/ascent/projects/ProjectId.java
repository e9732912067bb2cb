package app.ascent.projects;

import java.util.UUID;

/** Names one project. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
