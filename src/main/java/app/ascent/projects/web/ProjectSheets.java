package app.ascent.projects.web;

import app.ascent.contracts.ContractId;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectView;
import app.ascent.projects.Projects;
import app.ascent.record.RecordNames;
import app.ascent.record.page.Named;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import app.ascent.text.Hours;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what the page of one project shows. */
@Component
class ProjectSheets {

    private final Projects projects;
    private final ProjectPlans plans;
    private final RecordNames names;
    private final SourceCards sourceCards;
    private final CurrentUser currentUser;

    ProjectSheets(
            Projects projects,
            ProjectPlans plans,
            RecordNames names,
            SourceCards sourceCards,
            CurrentUser currentUser) {
        this.projects = projects;
        this.plans = plans;
        this.names = names;
        this.sourceCards = sourceCards;
        this.currentUser = currentUser;
    }

    /** Everything beneath the head of the page. */
    record Sheet(ProjectFields fields, ProjectPlan plan, @Nullable Named contract, @Nullable SourceCard source) {

        /** What its parts come to, as the plan tells, or what somebody said of the whole. */
        public @Nullable String estimated() {
            return ProjectPlan.hours(estimatedMinutes());
        }

        /** What somebody said of the whole where its parts come to something else. */
        public @Nullable String otherwise() {
            return Objects.equals(fields.estimatedMinutes(), estimatedMinutes())
                    ? null
                    : ProjectPlan.hours(fields.estimatedMinutes());
        }

        public @Nullable String actual() {
            return ProjectPlan.hours(actualMinutes());
        }

        public @Nullable String remaining() {
            return ProjectPlan.hours(plan.sums().remainingMinutes());
        }

        /** By how much what is done and what remains is more than was estimated. */
        public @Nullable String over() {
            Long estimated = estimatedMinutes();
            Long actual = actualMinutes();
            Long remaining = plan.sums().remainingMinutes();
            long takes = (actual == null ? 0 : actual) + (remaining == null ? 0 : remaining);
            return estimated == null || takes <= estimated ? null : Hours.of(takes - estimated);
        }

        private @Nullable Long estimatedMinutes() {
            return plan.sums().estimatedMinutes() == null
                    ? fields.estimatedMinutes()
                    : plan.sums().estimatedMinutes();
        }

        private @Nullable Long actualMinutes() {
            return fields.actualMinutes() == null ? plan.sums().actualMinutes() : fields.actualMinutes();
        }
    }

    Sheet of(ProjectView project, ProjectPlans.Shown shown) {
        OrganizationId organization = currentUser.organization();
        ProjectFields fields = project.fields();
        SourceCard source = sourceCards.of(
                organization, "projects", project.source(), projects.sourceTrace(organization, project.id()));
        return new Sheet(
                fields,
                plans.of(project.id(), shown),
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
