package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a phase must be, whoever enters it. */
@Component
class PhaseRules {

    static final String PARENT = "parentId";
    static final String PROJECT = "projectId";

    private final Inputs inputs;
    private final RecordRows<ProjectFields> projects;
    private final PhaseReading phases;
    private final PhaseParents parents;

    PhaseRules(Inputs inputs, RecordRows<ProjectFields> projects, PhaseReading phases, PhaseParents parents) {
        this.inputs = inputs;
        this.projects = projects;
        this.phases = phases;
        this.parents = parents;
    }

    /** @param phase that is changed, which stays in its project, or null for a new one */
    Checked<PhaseFields, @Nullable PhaseId> check(
            OrganizationId organization, @Nullable PhaseView phase, Entered entered) {
        PhaseFields present = phase == null ? null : phase.fields();
        Entered said = present == null ? entered : entered.with(PROJECT, present.projectId());
        Input<PhaseFields> input = inputs.read(PhaseFields.FIELDS, said, present);
        ProjectId project = input.value(PROJECT, ProjectId.class);
        if (project != null && phase == null && !projects.exists(organization, project.value())) {
            input.refuse(PROJECT, "unknown");
        }
        LocalDate start = input.value("startDate", LocalDate.class);
        LocalDate due = input.value("dueDate", LocalDate.class);
        if (start != null && due != null && due.isBefore(start)) {
            input.refuse("dueDate", "before-start");
        }
        PhaseId parent = inputs.id(input, entered, PARENT, PhaseId.class);
        if (parent != null && !parent.equals(phase == null ? null : phase.parent())) {
            checkParent(organization, input, phase, parent);
        }
        return new Checked<PhaseFields, @Nullable PhaseId>(input.accepted(), parent);
    }

    private void checkParent(
            OrganizationId organization, Input<PhaseFields> input, @Nullable PhaseView phase, PhaseId parent) {
        parents.lock(organization);
        ProjectId project = input.value(PROJECT, ProjectId.class);
        boolean within = phases.find(organization, parent.value())
                .filter(found -> found.fields().projectId().equals(project))
                .isPresent();
        if (!within) {
            input.refuse(PARENT, "phase-of-project");
        } else if (phase != null
                && parents.closesCircle(organization, phase.id().value(), parent.value())) {
            input.refuse(PARENT, "phase-circle");
        }
    }
}
