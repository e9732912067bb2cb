package app.ascent.projects;

import app.ascent.contracts.ContractId;
import app.ascent.contracts.Contracts;
import app.ascent.contracts.OrganizationDays;
import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.field.Participants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a project must be, whoever enters it. */
@Component
class ProjectRules {

    private final Inputs inputs;
    private final Clients clients;
    private final Contracts contracts;
    private final Participants participants;
    private final ProjectNumbers numbers;
    private final OrganizationDays days;
    private final Clock clock;

    ProjectRules(
            Inputs inputs,
            Clients clients,
            Contracts contracts,
            Participants participants,
            ProjectNumbers numbers,
            OrganizationDays days,
            Clock clock) {
        this.inputs = inputs;
        this.clients = clients;
        this.contracts = contracts;
        this.participants = participants;
        this.numbers = numbers;
        this.days = days;
        this.clock = clock;
    }

    /** @param present of the project that is changed, or null for a new one, which is given a number */
    ProjectFields check(OrganizationId organization, @Nullable ProjectFields present, Entered entered) {
        Input<ProjectFields> input = inputs.read(ProjectFields.FIELDS, entered, present);
        checkClient(organization, input, present);
        participants.check(organization, input, ProjectFields.FIELDS, present, "leadId");
        checkDates(input);
        ProjectFields settled = completed(led(input.accepted()), present);
        return present == null
                ? ProjectFields.FIELDS.with(
                        settled, "number", numbers.next(organization, YearMonth.from(days.today(organization))))
                : settled;
    }

    /** An import may name a contract of another client, of a parent for example; there it may stay. */
    private void checkClient(OrganizationId organization, Input<ProjectFields> input, @Nullable ProjectFields present) {
        ClientId client = input.value("clientId", ClientId.class);
        ContractId contract = input.value("contractId", ContractId.class);
        ProjectFields same = present != null && present.clientId().equals(client) ? present : null;
        if (client != null && same == null && clients.find(organization, client).isEmpty()) {
            input.refuse("clientId", "unknown");
        }
        boolean kept = same != null && Objects.equals(contract, same.contractId());
        if (client != null && contract != null && !kept) {
            boolean theirs = contracts
                    .find(organization, contract)
                    .filter(found -> found.fields().clientId().equals(client))
                    .isPresent();
            if (!theirs) {
                input.refuse("contractId", "contract-of-client");
            }
        }
    }

    private static void checkDates(Input<ProjectFields> input) {
        LocalDate start = input.value("startDate", LocalDate.class);
        LocalDate end = input.value("endDate", LocalDate.class);
        if (start != null && end != null && end.isBefore(start)) {
            input.refuse("endDate", "before-start");
        }
    }

    /** A user has a name of their own. */
    private static ProjectFields led(ProjectFields project) {
        return project.leadId() == null ? project : ProjectFields.FIELDS.with(project, "leadName", null);
    }

    /** Whoever completes a project need not say when, and one that goes on again is no longer completed. */
    private ProjectFields completed(ProjectFields project, @Nullable ProjectFields present) {
        ProjectFields before = present != null && present.status() == ProjectStatus.COMPLETED ? present : null;
        if (project.status() != ProjectStatus.COMPLETED) {
            return before == null ? project : ProjectFields.FIELDS.with(project, "completedAt", null);
        }
        Instant at = before == null ? clock.instant() : before.completedAt();
        return project.completedAt() == null ? ProjectFields.FIELDS.with(project, "completedAt", at) : project;
    }
}
