package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The projects of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Projects extends RecordDesk<ProjectId, ProjectFields, @Nullable Void, ProjectView, ProjectFilter> {

    /** What audit entries call a project. */
    public static final String AUDITED_AS = "Project";

    private final ProjectRules rules;
    private final PhaseReading phases;

    Projects(
            RecordRows<ProjectFields> rows,
            ProjectReading reading,
            ProjectRules rules,
            PhaseReading phases,
            DeskServices services) {
        super(AUDITED_AS, ProjectId.class, ProjectFields.FIELDS, rows, reading, services);
        this.rules = rules;
        this.phases = phases;
    }

    /** Its phases, as far as it has some, which go when it goes. */
    @Transactional(readOnly = true)
    public List<Dependents> removedWith(OrganizationId organization, ProjectId id) {
        long some = phases.all(organization, id, Pageable.ofSize(1)).getTotalElements();
        return some == 0 ? List.of() : List.of(new Dependents("projects.phases", some));
    }

    @Override
    protected Checked<ProjectFields, @Nullable Void> check(
            OrganizationId organization, @Nullable ProjectView project, Entered entered) {
        ProjectFields checked = rules.check(organization, project == null ? null : project.fields(), entered);
        return new Checked<ProjectFields, @Nullable Void>(checked, null);
    }

    @Override
    protected @Nullable Void beside(ProjectView project) {
        return null;
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable ProjectView before, @Nullable Void none) {
        return Map.of();
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable ProjectView before,
            @Nullable ProjectView after) {}
}
