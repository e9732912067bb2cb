package app.ascent.record.web;

import app.ascent.CountedStatements;
import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetSamples;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractSamples;
import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketFields;
import app.ascent.desk.TicketType;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectSamples;
import app.ascent.projects.TaskFields;
import app.ascent.record.Priority;
import app.ascent.record.table.RecordRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Records of all kinds in one organization, and a member. */
@CrmWebTest
@Import(CountedStatements.class)
abstract class SearchTest {

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private RecordRows<ClientFields> clients;

    @Autowired
    private RecordRows<ContactFields> contacts;

    @Autowired
    private RecordRows<ContractFields> contracts;

    @Autowired
    private RecordRows<AssetFields> assets;

    @Autowired
    private RecordRows<ProjectFields> projects;

    @Autowired
    private RecordRows<TaskFields> tasks;

    @Autowired
    private RecordRows<TicketFields> tickets;

    @Autowired
    private RecordRows<TimeEntryFields> time;

    OrganizationId organization;
    MockMvcTester reader;

    @BeforeEach
    void anOrganization() {
        organization = visitors.organization();
        reader = visitors.member(organization, Role.MEMBER);
        jdbc.sql(
                        """
                        insert into desk_status (organization_id, id, name, colour, closed, system, place, created_at, updated_at, name_key)
                        values (?, ?, 'New', 'BLUE', false, true, 1, now(), now(), 'new') on conflict do nothing
                        """)
                .params(organization.value(), SystemStatus.NEW.id().value())
                .update();
    }

    UUID client(String name) {
        return client(name, null);
    }

    UUID client(String name, @Nullable String number) {
        return clients.insert(organization, Samples.client(name, number, null), Map.of());
    }

    UUID contact(UUID client, String last) {
        return contacts.insert(
                organization,
                Samples.contact(new ClientId(client), "Anna", last, "anna@tamarind.example"),
                Map.of("is_primary", false));
    }

    UUID contract(UUID client, String name) {
        return contracts.insert(organization, ContractSamples.contract(new ClientId(client), name), Map.of());
    }

    UUID asset(UUID client, String name, @Nullable String serialNumber) {
        return assets.insert(
                organization,
                AssetSamples.with(AssetSamples.asset(new ClientId(client), name), "serialNumber", serialNumber),
                Map.of());
    }

    UUID project(UUID client, String name) {
        ProjectFields project = ProjectSamples.project(new ClientId(client), name, LocalDate.of(2026, 2, 3));
        return projects.insert(organization, ProjectFields.FIELDS.with(project, "number", "PRJ-2602004"), Map.of());
    }

    UUID task(UUID project, String title) {
        TaskFields task = ProjectSamples.task(new ProjectId(project), title);
        return tasks.insert(organization, ProjectSamples.with(task, "number", 1L), Map.of());
    }

    UUID ticket(UUID client, String subject, String number, @Nullable String oldNumber) {
        Instant opened = Instant.parse("2026-04-09T08:00:00Z");
        return tickets.insert(
                organization,
                new TicketFields(
                        subject,
                        number,
                        oldNumber,
                        null,
                        null,
                        new ClientId(client),
                        null,
                        SystemStatus.NEW.id(),
                        false,
                        Priority.LOW,
                        TicketType.INCIDENT,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        opened,
                        null,
                        null,
                        null,
                        opened,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                Map.of());
    }

    UUID time(UUID client, String description) {
        return time.insert(
                organization,
                new TimeEntryFields(
                        LocalDate.of(2026, 4, 9),
                        null,
                        null,
                        30L,
                        null,
                        description,
                        null,
                        null,
                        null,
                        null,
                        new ClientId(client),
                        null,
                        null,
                        "Zoë Lindqvist",
                        true,
                        BillingState.UNBILLED,
                        null,
                        null,
                        null,
                        null),
                Map.of());
    }

    /** As if an import had brought it. */
    void from(String table, UUID id, long sourceId) {
        jdbc.sql(
                        "update " + table
                                + " set source_system = 'AUTOTASK', source_database = 91234, source_id = ? where organization_id = ? and id = ?")
                .params(sourceId, organization.value(), id)
                .update();
    }
}
