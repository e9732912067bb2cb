package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tickets become by values that mean something else in every tenant, and by what cannot be read or leads in circles. */
class AwkwardTicketsTests extends TicketJourney {

    AwkwardTicketsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "contracts", "projects", "tickets");
    }

    private static final String PROBLEMS =
            """
            select source_id || ' ' || coalesce(problem_id::text, '-') || ' ' || version || ' ' || updated_at
            from desk_ticket order by source_id""";

    /** A problem may come later than what is part of it, be the ticket itself, or be part of that in turn. */
    @Test
    void cutsCirclesOfProblems() {
        AUTOTASK.records(
                "Tickets",
                rows(
                        whole().with("problemTicketId", 90),
                        ticket(4).with("problemTicketId", 4),
                        ticket(5).with("problemTicketId", 6),
                        ticket(6).with("problemTicketId", 5),
                        ticket(7).with("problemTicketId", 9999),
                        ticket(11).with("problemTicketId", 12),
                        ticket(12).with("problemTicketId", 13),
                        ticket(13).with("problemTicketId", 11),
                        ticket(14).with("problemTicketId", 12),
                        ticket(90)));
        String migration = create();

        Answer first = run(migration);
        List<String> problems = column(PROBLEMS);
        Answer second = run(migration);

        String problem = "(select p.source_id from desk_ticket p where p.id = desk_ticket.problem_id)";
        assertThat(counts(first, "tickets").subList(6, 8)).isEqualTo(List.of(0L, 0L));
        assertThat(cell(1, problem)).isEqualTo("90");
        assertThat(cell(4, problem)).isEqualTo("-");
        for (long circular : List.of(5, 6, 11, 12, 13)) {
            assertThat(cell(circular, problem)).isEqualTo("-");
            assertThat(findings(migration, "tickets", circular))
                    .anyMatch(finding -> finding.startsWith("CYCLE problemTicketId="));
        }
        assertThat(cell(14, problem)).isEqualTo("12");
        assertThat(findings(migration, "tickets", 4))
                .anyMatch(finding -> finding.startsWith("CYCLE problemTicketId=4"));
        assertThat(findings(migration, "tickets", 7))
                .anyMatch(finding -> finding.startsWith("REFERENCE_MISSING problemTicketId=9999"));
        assertThat(counts(second, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 12L));
        assertThat(column(PROBLEMS)).isEqualTo(problems);
    }

    /** Of a circle that an earlier run did not know, what that run set is taken off, too. */
    @Test
    void cutsACircleThatALaterRunCloses() {
        AUTOTASK.records("Tickets", rows(ticket(5).with("problemTicketId", 6), ticket(6), ticket(8)));
        String migration = create();
        run(migration);
        AUTOTASK.records(
                "Tickets",
                rows(
                        ticket(5).with("problemTicketId", 6),
                        ticket(6).with("problemTicketId", 8),
                        ticket(8).with("problemTicketId", 5)));

        run(migration);
        List<String> cut = column(PROBLEMS);
        Answer third = run(migration);

        assertThat(cut).filteredOn(ticket -> ticket.contains(" - ")).hasSize(5);
        assertThat(counts(third, "tickets").subList(2, 4)).isEqualTo(List.of(0L, 0L));
        assertThat(column(PROBLEMS)).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({
        "1, New",
        "5, Closed",
        "7, Waiting",
        "8, In Progress",
        "9, Waiting",
        "29, Open",
        "77, Open",
    })
    void findsAStatusForEveryOne(long value, String name) {
        AUTOTASK.records("Tickets", rows(ticket(4).with("status", value)));
        String migration = create();

        run(migration);

        assertThat(statusOf(4)).isEqualTo(name);
        List<String> findings = findings(migration, "tickets", 4);
        if (value == 9 || value == 29 || value == 77) {
            assertThat(findings).singleElement().asString().startsWith("UNKNOWN_VALUE status=" + value);
        } else {
            assertThat(findings).isEmpty();
        }
    }

    /** What the Owner decides holds without a call. */
    @Test
    void becomesTheStatusAndTheCategoryThatTheOwnerChose() {
        AUTOTASK.records("Tickets", rows(ticket(4).with("status", 29)));
        String migration = create();
        run(migration);
        String parked = ownStatus("Parked", false);
        decide(migration, "status", "29", parked);
        decide(migration, "status", "8", "WAITING");
        decide(migration, "issueType", "10", "NO_CATEGORY");
        AUTOTASK.forgetCalls();

        remap(migration);

        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(statusOf(4)).isEqualTo("Parked");
        assertThat(statusOf(1)).isEqualTo("Waiting");
        assertThat(cell(1, "category_id")).isEqualTo("-");
        assertThat(findings(migration, "tickets", 4)).isEmpty();
    }

    /** That a ticket has no type of issue is nothing that anybody need look at. */
    @Test
    void asksNothingAboutTicketsWithoutATypeOfIssue() {
        AUTOTASK.records("Tickets", rows(ticket(4).withNull("issueType")));
        String migration = create();

        run(migration);

        assertThat(elements(api.get(migration + "/values?size=500").json().path("items"))
                        .filter(value -> value.path("field").asString().equals("issueType"))
                        .map(value -> value.path("label").asString("") + " -> "
                                + value.path("target").asString("?")))
                .contains(" -> NO_CATEGORY", "Hardware -> CREATE")
                .noneMatch(value -> value.endsWith("?"));
    }

    /** Of the values that Autotask defined itself the number tells what they are, whatever language they are in. */
    @Test
    void understandsALabelThatIsGermanByItsNumber() {
        AUTOTASK.fields(
                        "Tickets",
                        """
                        {"fields":[{"name":"id","dataType":"long","isPickList":false},
                          {"name":"completedDate","dataType":"datetime","isPickList":false},
                          {"name":"lastActivityDate","dataType":"datetime","isPickList":false},
                          {"name":"status","dataType":"integer","isPickList":true,"picklistValues":[
                            {"value":"1","label":"Neu","isActive":true,"isSystem":true},
                            {"value":"5","label":"Abgeschlossen","isActive":true,"isSystem":true}]},
                          {"name":"ticketType","dataType":"integer","isPickList":true,"picklistValues":[
                            {"value":"1","label":"Serviceanfrage","isActive":true,"isSystem":true},
                            {"value":"3","label":"Problemfall","isActive":true,"isSystem":true}]},
                          {"name":"priority","dataType":"integer","isPickList":true,"picklistValues":[
                            {"value":"4","label":"Critical","isActive":true,"isSystem":false},
                            {"value":"1","label":"High","isActive":true,"isSystem":false},
                            {"value":"3","label":"Low","isActive":true,"isSystem":false},
                            {"value":"9","label":"Irgendwann","isActive":true,"isSystem":false}]}]}""")
                .records(
                        "Tickets",
                        rows(
                                ticket(4)
                                        .with("status", 1)
                                        .with("ticketType", 3)
                                        .with("priority", 4),
                                ticket(5)
                                        .with("status", 5)
                                        .with("ticketType", 1)
                                        .with("priority", 3),
                                ticket(6)
                                        .with("status", 1)
                                        .with("ticketType", 1)
                                        .with("priority", 9)));
        String migration = create();

        run(migration);

        assertThat(statusOf(4) + cell(4, "' ' || type || ' ' || priority")).isEqualTo("New PROBLEM CRITICAL");
        assertThat(statusOf(5) + cell(5, "' ' || type || ' ' || priority")).isEqualTo("Closed SERVICE_REQUEST LOW");
        assertThat(cell(6, "priority")).isEqualTo("MEDIUM");
        assertThat(findings(migration, "tickets", 6))
                .anyMatch(finding -> finding.startsWith("UNKNOWN_VALUE priority=9"));
    }

    /** What the API user may not see leaves what stands in Ascent, and is told once. */
    @ParameterizedTest
    @CsvSource({"Tags", "TicketTagAssociations", "TicketAdditionalContacts", "TicketChecklistItems"})
    void keepsWhatCannotBeLookedUp(String entity) {
        String migration = create();
        run(migration);
        String before = cell(1, "tags || checklist || contact_ids::text[]");
        AUTOTASK.failAlways(entity, StubFault.FORBIDDEN).records("Tickets", rows(whole().with("title", "Changed")));

        Answer ended = run(migration);

        assertThat(cell(1, "tags || checklist || contact_ids::text[]")).isEqualTo(before);
        assertThat(cell(1, "subject")).isEqualTo("Changed");
        assertThat(counts(ended, "tickets").getLast()).isZero();
        assertThat(api.get(migration + "/report").text()).containsOnlyOnce("LOOKUP_UNREADABLE");
    }

    /** Whom Autotask shows no contracts, it sends none. */
    @Test
    void comesWithoutContractsThatTheApiUserMayNotSee() {
        AUTOTASK.records("Tickets", rows(ticket(4).with("contractID", 4001)));
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets").subList(6, 8)).isEqualTo(List.of(0L, 0L));
        assertThat(cell(4, "contract_id")).isEqualTo("-");
        assertThat(findings(migration, "tickets", 4))
                .anyMatch(finding -> finding.startsWith("REFERENCE_MISSING contractID=4001"));
    }

    /** Nor are they held up where it refuses them, and what an earlier run linked stays linked. */
    @Test
    void comesAlthoughContractsAreRefused() {
        AUTOTASK.records("Contracts", rows(Payload.contract().with("id", 4001)))
                .records("Tickets", rows(whole().with("contractID", 4001)));
        String migration = create();
        run(migration);
        String linked = cell(1, "contract_id");
        assertThat(linked).isNotEqualTo("-");
        AUTOTASK.failAlways("Contracts", StubFault.FORBIDDEN)
                .records(
                        "Tickets",
                        rows(
                                whole().with("contractID", 4001).with("title", "Changed"),
                                ticket(4).with("contractID", 4999)));

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets").getLast()).isZero();
        assertThat(cell(1, "subject || ' ' || contract_id")).isEqualTo("Changed " + linked);
        assertThat(cell(4, "contract_id")).isEqualTo("-");
        assertThat(findings(migration, "tickets", 4))
                .anyMatch(finding -> finding.startsWith("REFERENCE_MISSING contractID=4999"));
        assertThat(api.get(migration + "/report").text()).contains("NOT_READ");
    }
}
