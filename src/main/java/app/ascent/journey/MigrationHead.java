package app.ascent.journey;

import java.util.List;

/**
 * The head of every page of one migration: title, badge, one grey line, and the steps.
 *
 * @param id of the migration, for addresses
 * @param report what its report is called as a file of JSON
 * @param root address everything of the migration lies under
 */
public record MigrationHead(
        String id, String root, String report, Status status, String sub, List<StepView> steps, Actions actions) {

    /** What can be pressed now; the page never shows a button that would be refused. */
    public record Actions(
            boolean start,
            boolean pause,
            boolean resume,
            boolean cancel,
            boolean again,
            boolean download,
            boolean menu) {}
}
