package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The headings that projects are divided by, one within another, as people read and change them. */
@Service
public class Phases extends RecordDesk<PhaseId, PhaseFields, @Nullable PhaseId, PhaseView, ProjectId> {

    /** What audit entries call a phase. */
    public static final String AUDITED_AS = "Phase";

    private final PhaseReading reading;
    private final PhaseRules rules;
    private final TaskReading tasks;
    private final RecordNames names;

    Phases(
            RecordRows<PhaseFields> rows,
            PhaseReading reading,
            PhaseRules rules,
            TaskReading tasks,
            RecordNames names,
            DeskServices services) {
        super(AUDITED_AS, PhaseId.class, PhaseFields.FIELDS, rows, reading, services);
        this.reading = reading;
        this.rules = rules;
        this.tasks = tasks;
        this.names = names;
    }

    /** @throws RecordRefused.Unknown also for a phase of another project */
    @Transactional(readOnly = true)
    public PhaseView get(OrganizationId organization, ProjectId project, PhaseId id) {
        return find(organization, id)
                .filter(phase -> phase.fields().projectId().equals(project))
                .orElseThrow(() -> new RecordRefused.Unknown(id.value()));
    }

    @Override
    protected Checked<PhaseFields, @Nullable PhaseId> check(
            OrganizationId organization, @Nullable PhaseView phase, Entered entered) {
        return rules.check(organization, phase, entered);
    }

    @Override
    protected @Nullable PhaseId beside(PhaseView phase) {
        return phase.parent();
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable PhaseView before, @Nullable PhaseId parent) {
        return Collections.singletonMap("parent_id", parent == null ? null : parent.value());
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable PhaseView before,
            @Nullable PhaseView after) {
        differences.and("Part of", parentName(organization, before), parentName(organization, after));
    }

    private @Nullable String parentName(OrganizationId organization, @Nullable PhaseView phase) {
        PhaseId parent = phase == null ? null : phase.parent();
        return parent == null ? null : names.of(organization, List.of(parent)).getOrDefault(parent, parent.toString());
    }

    @Override
    protected List<Dependents> dependents(OrganizationId organization, PhaseId id) {
        return Stream.of(
                        new Dependents("projects.phases", reading.below(organization, id)),
                        new Dependents("projects.tasks", tasks.count(organization, TaskFilter.of(id))))
                .filter(some -> some.count() > 0)
                .toList();
    }
}
