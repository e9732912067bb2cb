package app.ascent.importing.project;

import static app.ascent.importing.project.ProjectMapping.mappedPhase;
import static app.ascent.importing.project.ProjectMapping.phase;
import static app.ascent.importing.project.ProjectMapping.ref;
import static app.ascent.importing.project.ProjectMapping.remarks;
import static app.ascent.importing.project.ProjectMapping.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.Payload;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.ProjectId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an Autotask phase becomes. */
class PhaseMapperTests {

    private static Payload plain() {
        return Payload.record(22)
                .with("projectID", 512)
                .with("phaseNumber", "T20260815.0002")
                .with("title", " Cabling  and racks ")
                .with("description", "Both floors")
                .with("startDate", "2026-08-17T00:00:00Z")
                .with("dueDate", "2026-09-01T00:00:00Z")
                .with("estimatedHours", "7.75")
                .with("isScheduled", true)
                .with("createDate", "2026-08-15T09:15:45.2Z");
    }

    @Test
    void mapsEveryFieldOfAWholePhase() {
        Ready<PhaseFields> mapped = phase(plain().with("parentPhaseID", 21));

        assertThat(mapped.target())
                .isEqualTo(new PhaseFields(
                        new ProjectId(ProjectMapping.PROJECT),
                        "Cabling and racks",
                        LocalDate.of(2026, 8, 17),
                        LocalDate.of(2026, 9, 1),
                        465L));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.links()).containsOnly(Map.entry("parentPhaseID", ref("phases", 21)));
        assertThat(mapped.details().originals())
                .containsEntry("description", "Both floors")
                .containsEntry("phaseNumber", "T20260815.0002")
                .containsEntry("isScheduled", "true")
                .containsEntry("createDate", "2026-08-15T09:15:45.200Z");
    }

    @Test
    void callsAPhaseWithoutATitleByItsNumber() {
        assertThat(phase(plain().with("title", "")).target().title()).isEqualTo("Phase T20260815.0002");
        Ready<PhaseFields> bare = phase(plain().withNull("title", "phaseNumber"));
        assertThat(bare.target().title()).isEqualTo("Phase 22");
        assertThat(remarks(bare)).containsExactly("MISSING_VALUE title=null -> Phase 22");
    }

    @Test
    void leavesOutWhatIsDueBeforeItStarts() {
        Ready<PhaseFields> mapped = phase(plain().with("dueDate", "2026-08-16T23:00:00Z"));

        assertThat(mapped.target().dueDate()).isNull();
        assertThat(remarks(mapped)).containsExactly("INVALID_DATE dueDate=2026-08-16 -> null");
    }

    /** The sentence names the project, and why it is not there. */
    @Test
    void needsAProject() {
        assertThat(skipped(mappedPhase(plain().with("projectID", 600), Set.of())))
                .isEqualTo("PARENT_NOT_IMPORTED projectID=600: "
                        + "Its project Onboarding template (600) is a template or a baseline in Autotask, or of a type that is"
                        + " not imported, and this belongs to it.");
        assertThat(skipped(mappedPhase(plain().with("projectID", 5), Set.of())))
                .startsWith("PARENT_NOT_IMPORTED projectID=5: ");
    }

    @Test
    void isNoPartOfAPhaseOfAnotherProject() {
        Ready<PhaseFields> mapped = phase(plain().with("parentPhaseID", 31));

        assertThat(mapped.links()).isEmpty();
        assertThat(mapped.findings()).singleElement().satisfies(finding -> assertThat(finding.detail())
                .isEqualTo("Its parent phase belongs to another project (513), so it stands without one."));
    }

    /** Whether it is there, the second pass says; where Phases cannot be looked up, it is taken at its word. */
    @Test
    void leavesItToTheSecondPassWhereItCannotTell() {
        assertThat(phase(plain().with("parentPhaseID", 99)).links()).containsKey("parentPhaseID");
        assertThat(((Ready<PhaseFields>)
                                mappedPhase(plain().with("parentPhaseID", 31), Set.of(ProjectLookUps.PHASES.type())))
                        .links())
                .containsKey("parentPhaseID");
        Ready<PhaseFields> odd = phase(plain().with("parentPhaseID", "above"));
        assertThat(odd.links()).isEmpty();
        assertThat(remarks(odd)).containsExactly("REFERENCE_MISSING parentPhaseID=above -> null");
    }
}
