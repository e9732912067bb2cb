package app.ascent.importing.project;

import java.util.Map;
import java.util.Set;

/** Autotask's names for the fields of projects and phases, for remarks about an edit that was kept; others have the same name. */
final class ProjectFieldNames {

    private static final Map<String, String> BY_PROJECT_FIELD = Map.ofEntries(
            Map.entry("name", "projectName"),
            Map.entry("sourceNumber", "projectNumber"),
            Map.entry("clientId", "companyID"),
            Map.entry("contractId", "contractID"),
            Map.entry("leadId", ProjectMapper.LEAD),
            Map.entry("leadName", ProjectMapper.LEAD),
            Map.entry("type", "projectType"),
            Map.entry("startDate", "startDateTime"),
            Map.entry("endDate", "endDateTime"),
            Map.entry("completedAt", ProjectMapper.COMPLETED),
            Map.entry("estimatedMinutes", "estimatedTime"),
            Map.entry("actualMinutes", "actualHours"),
            Map.entry("percentComplete", "completedPercentage"),
            Map.entry("statusNote", "statusDetail"));

    private ProjectFieldNames() {}

    /** All that a field is made of; the number is Ascent's own. */
    static Set<String> allOf(String projectField) {
        return switch (projectField) {
            case "number" -> Set.of();
            case "status" -> Set.of("status", ProjectMapper.COMPLETED);
            default -> Set.of(of(projectField));
        };
    }

    static String of(String projectField) {
        return BY_PROJECT_FIELD.getOrDefault(projectField, projectField);
    }

    static String ofPhase(String phaseField) {
        return switch (phaseField) {
            case "projectId" -> ProjectMapper.PROJECT.field();
            case "estimatedMinutes" -> "estimatedHours";
            default -> phaseField;
        };
    }
}
