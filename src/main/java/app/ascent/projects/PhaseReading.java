package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.table.PageQuery;
import app.ascent.record.table.PageQuery.Criteria;
import app.ascent.record.table.RecordReading;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the phases of one project as everybody sees them. */
@Component
class PhaseReading extends RecordReading<PhaseFields, PhaseView, ProjectId> {

    private final PageQuery<PhaseFields, PhaseView> query;

    PhaseReading(JdbcClient jdbc) {
        query = new PageQuery<>(jdbc, PhaseTables.PHASES, "c.parent_id", "", (phase, row) -> {
            UUID parent = row.getObject("parent_id", UUID.class);
            return new PhaseView(
                    new PhaseId(phase.id()),
                    phase.fields(),
                    parent == null ? null : new PhaseId(parent),
                    phase.source(),
                    phase.created(),
                    phase.updated(),
                    phase.version());
        });
    }

    /** How many are part of another one. */
    long below(OrganizationId organization, PhaseId phase) {
        return those(
                        organization,
                        new Criteria(organization, null).equal("parent_id", phase.value()),
                        PageRequest.of(0, 1))
                .getTotalElements();
    }

    @Override
    protected PageQuery<PhaseFields, PhaseView> query(OrganizationId organization) {
        return query;
    }

    @Override
    protected Criteria criteria(OrganizationId organization, ProjectId project) {
        return new Criteria(organization, null).equal("project_id", project.value());
    }
}
