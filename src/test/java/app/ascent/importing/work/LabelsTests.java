package app.ascent.importing.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.record.Priority;
import app.ascent.text.Folded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What labels of statuses and priorities say. */
class LabelsTests {

    @ParameterizedTest
    @CsvSource({
        "New, NEW",
        "In Progress, IN_PROGRESS",
        "Work in progress, IN_PROGRESS",
        "Dispatched, IN_PROGRESS",
        "Scheduled, IN_PROGRESS",
        "Assigned, IN_PROGRESS",
        "Waiting Customer, WAITING",
        "Waiting  Materials, WAITING",
        "On Hold, WAITING",
        "Customer note added, WAITING",
        "Customer note pending, WAITING",
        "Complete, COMPLETED",
        "Completed, COMPLETED",
        "Closed, COMPLETED",
        "DONE, COMPLETED",
        "Resolved, RESOLVED",
        "Work complete, RESOLVED",
        "Escalated,",
        "Newer,",
        "Awaiting,"
    })
    void tellHowFarWorkIs(String label, @Nullable Progress progress) {
        assertThat(Progress.called(Folded.key(label))).isEqualTo(progress);
    }

    @ParameterizedTest
    @CsvSource({
        "Critical, CRITICAL",
        "Urgent, CRITICAL",
        "Emergency, CRITICAL",
        "P1, CRITICAL",
        "Prio 1, CRITICAL",
        "P1 - Critical, CRITICAL",
        "1 - Critical, CRITICAL",
        "High, HIGH",
        "P2, HIGH",
        "Priority 2, HIGH",
        "High priority, HIGH",
        "Medium, MEDIUM",
        "Normal, MEDIUM",
        "Standard, MEDIUM",
        "P3, MEDIUM",
        "Low, LOW",
        "P4, LOW",
        "Low (not urgent), LOW",
        "Non-urgent,",
        "P10,",
        "Highest,",
        "5,",
        "Sometime,"
    })
    void tellHowUrgentWorkIs(String label, @Nullable Priority priority) {
        assertThat(Urgency.called(Folded.key(label))).isEqualTo(priority);
    }
}
