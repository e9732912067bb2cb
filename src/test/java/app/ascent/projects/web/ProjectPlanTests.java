package app.ascent.projects.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.crm.Samples;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseView;
import app.ascent.projects.ProjectId;
import app.ascent.projects.web.ProjectPlan.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

class ProjectPlanTests {

    private final ProjectId project = new ProjectId(Samples.id());
    private final List<PhaseView> phases = new ArrayList<>();

    @Test
    void putsEachPhaseBelowTheOneItIsPartOfAndAddsUp() {
        PhaseId survey = phase("Survey", null, 1_440L);
        PhaseId hardware = phase("Hardware", null, 99L);
        phase("Cables", hardware, null);
        PhaseId core = phase("Core", hardware, 1L);
        phase("Rack", core, 480L);
        phase("Uplinks", core, 240L);
        phase("Talk", survey, null);

        ProjectPlan plan = plan();

        assertThat(plan.lines())
                .extracting(Line::number, Line::title, Line::hours, Line::depth)
                .containsExactly(
                        tuple("1", "Survey", "24:00", 0L),
                        tuple("1.1", "Talk", null, 1L),
                        tuple("2", "Hardware", "12:00", 0L),
                        tuple("2.1", "Cables", null, 1L),
                        tuple("2.2", "Core", "12:00", 1L),
                        tuple("2.2.1", "Rack", "8:00", 2L),
                        tuple("2.2.2", "Uplinks", "4:00", 2L));
        assertThat(ProjectPlan.hours(plan.sums().estimatedMinutes())).isEqualTo("36:00");
    }

    @Test
    void putsAPhaseAtTheTopWhoseParentIsOfAnotherProject() {
        phase("Cables", new PhaseId(Samples.id()), null);

        assertThat(plan().lines()).extracting(Line::number, Line::title).containsExactly(tuple("1", "Cables"));
    }

    @Test
    void hasNoHoursWhereNobodySaidSome() {
        phase("Survey", null, null);

        assertThat(plan().sums().estimatedMinutes()).isNull();
    }

    private PhaseId phase(String title, @Nullable PhaseId parent, @Nullable Long minutes) {
        PhaseId id = new PhaseId(Samples.id());
        phases.add(new PhaseView(
                id,
                new PhaseFields(project, title, null, null, minutes),
                parent,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                0));
        return id;
    }

    private ProjectPlan plan() {
        return ProjectPlan.of(new PageImpl<>(phases, PageRequest.of(0, 500), phases.size()));
    }
}
