package app.ascent.projects.web;

import static app.ascent.projects.ProjectSamples.project;
import static app.ascent.projects.ProjectSamples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.conversation.ConversationImports;
import app.ascent.conversation.Entries;
import app.ascent.conversation.EntryFields;
import app.ascent.conversation.Owner;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.CrmWebTest;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.TaskImports;
import app.ascent.record.imports.ImportedPart;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever deletes a project meets an import that is about to bring more of it. */
@CrmWebTest
class ProjectDeletionTests {

    private final Visitors visitors;
    private final ClientImports clients;
    private final ProjectImports projects;
    private final TaskImports tasks;
    private final ConversationImports entries;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Autowired
    ProjectDeletionTests(
            Visitors visitors,
            ClientImports clients,
            ProjectImports projects,
            TaskImports tasks,
            ConversationImports entries,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.visitors = visitors;
        this.clients = clients;
        this.projects = projects;
        this.tasks = tasks;
        this.entries = entries;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void leavesNothingBehindThatCameMeanwhile() throws Exception {
        OrganizationId organization = visitors.organization();
        MockMvcTester owner = visitors.member(organization, Role.OWNER);
        UUID client = Samples.id();
        ProjectId network = new ProjectId(Samples.id());
        UUID late = Samples.id();
        clients.save(organization, List.of(Samples.fresh(client, 1, Samples.client("Northwind"))), true);
        projects.save(
                organization,
                List.of(Samples.fresh(network.value(), 11, project(new ClientId(client), "Network renewal", null))),
                true);
        try (ExecutorService people = Executors.newSingleThreadExecutor()) {

            Future<MvcTestResult> deleted = Objects.requireNonNull(transactions.execute(status -> {
                tasks.save(organization, List.of(Samples.fresh(late, 21, task(network, "Order switches"))), true);
                entries.save(organization, List.of(said("projects", network.value()), said("tasks", late)));
                Future<MvcTestResult> begun = people.submit(
                        () -> owner.delete().uri("/api/v1/projects/" + network).exchange());
                assertThatExceptionOfType(TimeoutException.class)
                        .as("it waits")
                        .isThrownBy(() -> begun.get(700, TimeUnit.MILLISECONDS));
                return begun;
            }));

            assertThat(deleted.get(20, TimeUnit.SECONDS)).hasStatus(HttpStatus.NO_CONTENT);
        }
        for (String table : List.of("project", "project_task", "conversation_entry")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where organization_id = ?")
                            .param(organization.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    private static ImportedPart<EntryFields> said(String kind, UUID owner) {
        return Entries.fresh(Entries.note(new Owner(kind, owner), 0, "Core pair is racked."));
    }
}
