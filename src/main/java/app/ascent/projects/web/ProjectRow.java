package app.ascent.projects.web;

import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectType;
import app.ascent.projects.ProjectView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project as one row of a list. */
record ProjectRow(
        UUID id,
        String name,
        @Nullable String number,
        @Nullable String sourceNumber,
        UUID clientId,
        String client,
        @Nullable String lead,
        ProjectType type,
        ProjectStatus status,
        @Nullable LocalDate end,
        @Nullable Long percent,
        Instant updated,
        boolean imported) {

    static ProjectRow of(ProjectView project, String client, @Nullable String lead) {
        ProjectFields fields = project.fields();
        return new ProjectRow(
                project.id().value(),
                fields.name(),
                fields.number(),
                fields.sourceNumber(),
                fields.clientId().value(),
                client,
                lead,
                fields.type(),
                fields.status(),
                fields.endDate(),
                fields.percentComplete(),
                project.updated(),
                project.source() != null);
    }

    /** The one that people know from before stands behind the new one. */
    public String numbers() {
        return Stream.of(number, sourceNumber).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
