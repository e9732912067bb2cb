package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.Phases;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.record.RecordNames;
import app.ascent.record.page.Named;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import app.ascent.text.Hours;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what the page of one project shows. */
@Component
class ProjectSheets {

    private final Projects projects;
    private final Phases phases;
    private final RecordNames names;
    private final SourceCards sourceCards;
    private final CurrentUser currentUser;

    ProjectSheets(
            Projects projects, Phases phases, RecordNames names, SourceCards sourceCards, CurrentUser currentUser) {
        this.projects = projects;
        this.phases = phases;
        this.names = names;
        this.sourceCards = sourceCards;
        this.currentUser = currentUser;
    }

    /** Everything beneath the head of the page. */
    record Sheet(ProjectFields fields, ProjectPlan plan, @Nullable Named contract, @Nullable SourceCard source) {

        public @Nullable String estimated() {
            return fields.estimatedMinutes() == null ? null : Hours.of(fields.estimatedMinutes());
        }

        public @Nullable String actual() {
            return fields.actualMinutes() == null ? null : Hours.of(fields.actualMinutes());
        }
    }

    Sheet of(ProjectView project) {
        OrganizationId organization = currentUser.organization();
        ProjectFields fields = project.fields();
        SourceCard source = sourceCards.of(
                organization, "projects", project.source(), projects.sourceTrace(organization, project.id()));
        return new Sheet(
                fields,
                ProjectPlan.of(phases.list(organization, project.id(), PhaseForms.PLAN)),
                fields.contractId() == null ? null : contract(fields.contractId()),
                source == null ? null : source.numbered(fields.sourceNumber()));
    }

    /** Null where it is gone. */
    @Nullable
    Named contract(ContractId contract) {
        String name = names.of(currentUser.organization(), List.of(contract)).get(contract);
        return name == null ? null : new Named(contract.value(), name);
    }
}
