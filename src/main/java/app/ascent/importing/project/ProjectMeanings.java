package app.ascent.importing.project;

import app.ascent.importing.field.Meaning;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the picklists of projects mean. */
final class ProjectMeanings {

    /** The target of types whose projects are none: people begin others with them, or compare others with them. */
    static final String NOT_A_PROJECT = "NOT_A_PROJECT";

    static final Meaning TYPE = new Meaning(
            "projectType",
            types(),
            ProjectType.CLIENT.name(),
            ProjectMeanings::type,
            Map.of("4", ProjectType.INTERNAL.name(), "5", ProjectType.CLIENT.name()));

    static final Meaning STATUS = new Meaning(
            "status",
            Arrays.stream(ProjectStatus.values()).map(ProjectStatus::name).toList(),
            ProjectStatus.ACTIVE.name(),
            ProjectMeanings::status,
            Map.of(
                    "1", ProjectStatus.PLANNING.name(),
                    "2", ProjectStatus.CANCELLED.name(),
                    "5", ProjectStatus.COMPLETED.name()));

    private ProjectMeanings() {}

    private static List<String> types() {
        List<String> types = new ArrayList<>();
        for (ProjectType type : ProjectType.values()) {
            types.add(type.name());
        }
        types.add(NOT_A_PROJECT);
        return List.copyOf(types);
    }

    private static @Nullable String type(String label) {
        return switch (label) {
            case "client" -> ProjectType.CLIENT.name();
            case "internal" -> ProjectType.INTERNAL.name();
            case "proposal" -> ProjectType.PROPOSAL.name();
            case "template", "baseline" -> NOT_A_PROJECT;
            default -> null;
        };
    }

    private static @Nullable String status(String label) {
        ProjectStatus status =
                switch (label) {
                    case "new", "planning", "proposed" -> ProjectStatus.PLANNING;
                    case "in progress", "active" -> ProjectStatus.ACTIVE;
                    case "on hold", "waiting" -> ProjectStatus.ON_HOLD;
                    case "complete", "completed" -> ProjectStatus.COMPLETED;
                    case "inactive", "cancelled", "canceled" -> ProjectStatus.CANCELLED;
                    default -> null;
                };
        return status == null ? null : status.name();
    }
}
