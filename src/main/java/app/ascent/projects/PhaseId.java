package app.ascent.projects;

import java.util.UUID;

/** Names one phase of a project. */
public record PhaseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
