package app.ascent.importing.project;

import static app.ascent.importing.project.ProjectMapping.mappedTask;
import static app.ascent.importing.project.ProjectMapping.remarks;
import static app.ascent.importing.project.ProjectMapping.skipped;
import static app.ascent.importing.project.ProjectMapping.task;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.work.Participant;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.projects.PhaseId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskStatus;
import app.ascent.record.Priority;
import app.ascent.record.field.Person;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an Autotask task becomes. */
class TaskMapperTests {

    @Test
    void mapsEveryFieldOfAWholeTask() {
        Ready<TaskFields> mapped = task(
                Payload.task().with("phaseID", 21).with("completedDateTime", "2026-10-20T15:00:00Z"),
                new Participant("29000002"));

        assertThat(mapped.target())
                .isEqualTo(new TaskFields(
                        "Duplicate contacts",
                        null,
                        "T20260815.0003",
                        new ProjectId(ProjectMapping.PROJECT),
                        new PhaseId(ProjectMapping.PHASE),
                        TaskStatus.IN_PROGRESS,
                        Priority.MEDIUM,
                        ProjectMapping.MEMBER,
                        null,
                        List.of(Person.named("Bo Holm")),
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 30),
                        Instant.parse("2026-10-20T15:00:00Z"),
                        480L,
                        270L,
                        null,
                        "List duplicate contacts"));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.details().originals())
                .containsEntry("status", "In Progress")
                .containsEntry("priorityLabel", "Medium")
                .containsEntry("departmentID", "Professional services")
                .containsEntry("taskType", "1")
                .containsEntry("hoursToBeScheduled", "8.0")
                .containsEntry("assignedResourceID", "Zoë Lindqvist")
                .doesNotContainKeys("title", "creatorResourceID", "remainingHours");
    }

    @Test
    void standsWithoutAPhase() {
        Ready<TaskFields> none = task(Payload.task().withNull("phaseID"));
        Ready<TaskFields> missing = task(Payload.task().with("phaseID", 99));
        Ready<TaskFields> elsewhere = task(Payload.task().with("phaseID", 31));

        assertThat(none.target().phaseId()).isNull();
        assertThat(none.findings()).isEmpty();
        assertThat(missing.target().phaseId()).isNull();
        assertThat(remarks(missing)).containsExactly("REFERENCE_MISSING phaseID=99 -> null");
        assertThat(elsewhere.target().phaseId()).isNull();
        assertThat(elsewhere.details().originals()).containsEntry("phaseID", "31");
        assertThat(elsewhere.findings()).singleElement().satisfies(finding -> assertThat(finding.detail())
                .isEqualTo("Its phase belongs to another project (513), so it stands without one."));
    }

    @Test
    void needsAProject() {
        assertThat(skipped(mappedTask(Payload.task().with("projectID", 600), Set.of())))
                .isEqualTo("PARENT_NOT_IMPORTED projectID=600: "
                        + "Its project Onboarding template (600) is a template or a baseline in Autotask, or of a type that is"
                        + " not imported, and this belongs to it.");
    }

    @ParameterizedTest
    @CsvSource({"29, true, COMPLETED", "29, false, NEW", "99, true, COMPLETED", ", false, NEW"})
    void decidesAnUnknownStatusByTheCompletion(@Nullable String status, boolean completed, TaskStatus becomes) {
        Payload payload = status == null
                ? Payload.task().withNull("status")
                : Payload.task().with("status", status);

        Ready<TaskFields> mapped =
                task(completed ? payload.with("completedDateTime", "2026-09-30T12:00:00Z") : payload);

        assertThat(mapped.target().status()).isEqualTo(becomes);
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE status=%s -> %s".formatted(status, becomes));
    }

    /** The free number beside it says nothing. */
    @Test
    void takesThePriorityFromItsLabel() {
        assertThat(task(Payload.task().with("priorityLabel", 4)).target().priority())
                .isEqualTo(Priority.CRITICAL);
        Ready<TaskFields> unknown = task(Payload.task().with("priorityLabel", 1).with("priority", 4));
        assertThat(unknown.target().priority()).isEqualTo(Priority.MEDIUM);
        assertThat(remarks(unknown)).containsExactly("UNKNOWN_VALUE priorityLabel=1 -> MEDIUM");
        assertThat(unknown.details().originals()).containsEntry("priority", "4");
    }

    @Test
    void namesWhoIsNoMember() {
        Ready<TaskFields> named = task(Payload.task().with("assignedResourceID", 29000002));
        Ready<TaskFields> gone = task(Payload.task().with("assignedResourceID", 5));

        assertThat(named.target().assigneeId()).isNull();
        assertThat(named.target().assigneeName()).isEqualTo("Bo Holm");
        assertThat(gone.target().assigneeName()).isNull();
        assertThat(remarks(gone)).containsExactly("REFERENCE_MISSING assignedResourceID=5 -> null");
    }

    /** The assignee is no further person, and nobody is there twice; who is gone is left out. */
    @Test
    void bringsMorePeopleEachOnce() {
        Ready<TaskFields> mapped = task(
                Payload.task(),
                new Participant("29000001"),
                new Participant("29000002"),
                new Participant("29000002.0"),
                new Participant(null),
                new Participant("5"));
        Ready<TaskFields> unassigned = task(Payload.task().withNull("assignedResourceID"), new Participant("29000001"));

        assertThat(mapped.target().people()).containsExactly(Person.named("Bo Holm"));
        assertThat(remarks(mapped)).containsExactly("REFERENCE_MISSING secondaryResources=5 -> null");
        assertThat(unassigned.target().people()).containsExactly(Person.user(ProjectMapping.MEMBER));
    }

    @Test
    void leavesPeopleAsTheyAreWhereTheyCannotBeLookedUp() {
        Ready<TaskFields> rows = (Ready<TaskFields>)
                mappedTask(Payload.task(), Set.of(ProjectLookUps.MORE_PEOPLE.type()), new Participant("29000002"));
        Ready<TaskFields> names = (Ready<TaskFields>) mappedTask(
                Payload.task().withNull("assignedResourceID"),
                Set.of(Tables.RESOURCES.type()),
                new Participant("29000002"));

        assertThat(rows.target().people()).isEmpty();
        assertThat(rows.findings()).isEmpty();
        assertThat(rows.unsaid().unresolved()).containsExactly("secondaryResources");
        assertThat(names.unsaid().unresolved()).containsExactly("secondaryResources");
    }

    @Test
    void takesNoMorePeopleThanThereIsRoomFor() {
        Participant[] many = LongStream.range(0, 101)
                .mapToObj(id -> new Participant(Long.toString(ProjectMapping.CROWD + id)))
                .toArray(Participant[]::new);

        Ready<TaskFields> mapped = task(Payload.task(), many);

        assertThat(mapped.target().people()).hasSize(100);
        assertThat(remarks(mapped)).containsExactly("TRUNCATED secondaryResources=101 -> null");
    }

    @Test
    void callsATaskWithoutATitleByItsNumber() {
        Ready<TaskFields> mapped = task(Payload.task().with("title", " "));

        assertThat(mapped.target().title()).isEqualTo("Task T20260815.0003");
        assertThat(remarks(mapped)).containsExactly("MISSING_VALUE title=null -> Task T20260815.0003");
        assertThat(task(Payload.task().withNull("title", "taskNumber")).target().title())
                .isEqualTo("Task 90211");
    }

    @Test
    void leavesOutAnEndBeforeTheStartAndHoursThatCannotBe() {
        Ready<TaskFields> mapped =
                task(Payload.task().with("endDateTime", "2026-09-30T00:00:00Z").with("remainingHours", "-2"));

        assertThat(mapped.target().endDate()).isNull();
        assertThat(mapped.target().remainingMinutes()).isNull();
        assertThat(remarks(mapped))
                .containsExactlyInAnyOrder(
                        "INVALID_DATE endDateTime=2026-09-30 -> null", "UNKNOWN_VALUE remainingHours=-2 -> null");
    }

    @Test
    void knowsAFieldOfAutotaskForEachOfItsOwn() {
        Set<String> payload = names(AutotaskTask.class.getRecordComponents());

        assertThat(names(TaskFields.class.getRecordComponents()).stream()
                        .flatMap(field -> TaskFieldNames.allOf(field).stream()))
                .isSubsetOf(payload);
    }

    private static Set<String> names(RecordComponent... components) {
        return Stream.of(components).map(RecordComponent::getName).collect(Collectors.toSet());
    }
}
