package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.sandbox.tenant.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Filters and rights, tried on what the service desk has. */
class TicketQueryTests extends SandboxTest {

    private static Predicate<JsonNode> holds(String field, List<Long> values) {
        return item ->
                !item.get(field).isNull() && values.contains(item.get(field).asLong());
    }

    private static String in(String field, List<Long> values) {
        String list = values.stream().map(String::valueOf).collect(Collectors.joining(","));
        return "{\"op\":\"in\",\"field\":\"" + field + "\",\"value\":[" + list + "]}";
    }

    /** The ticket with the long talk, one out of order, one that does not exist, and one twice. */
    @ParameterizedTest
    @CsvSource({
        "TicketNotes, ticketID",
        "TimeEntries, ticketID",
        "TicketSecondaryResources, ticketID",
        "TicketAdditionalContacts, ticketID",
        "TicketAdditionalConfigurationItems, ticketID",
        "TicketChecklistItems, ticketID",
        "TicketTagAssociations, ticketID"
    })
    void findsWhatBelongsToSomeTickets(String entity, String owner) throws IOException {
        List<Long> tickets = List.of(
                1_048_597L, 1_048_603L, 198L, 186L, 174L, 150L, 162L, 1_048_600L, 1_048_606L, 150L, 1_048_609L, 5L);
        List<Long> known = tickets.stream().filter(id -> id != 5).toList();

        findsExactly(entity, in(owner, known), holds(owner, known));
        findsExactly(entity, in(owner, tickets), holds(owner, tickets));
        findsExactly(
                entity,
                in(owner, known) + ",{\"op\":\"gt\",\"field\":\"id\",\"value\":1}",
                item -> holds(owner, known).test(item) && item.get("id").asLong() > 1);
    }

    @Test
    void findsWhatBelongsToATicketThatIsGone() throws IOException {
        findsExactly(
                "TicketNotes",
                "{\"op\":\"eq\",\"field\":\"ticketID\",\"value\":29600024}",
                holds("ticketID", List.of(29_600_024L)));
    }

    @Test
    void findsWhatWasChargedForSomeHours() throws IOException {
        List<Long> hours = read("TimeEntries", 500, ALL).stream()
                .map(item -> item.get("id").asLong())
                .filter(id -> id % 4 == 0)
                .limit(400)
                .toList();

        findsExactly("BillingItems", in("timeEntryID", hours), holds("timeEntryID", hours));
    }

    @Test
    void findsTheLastEntriesOfAllByTheirIds() throws IOException {
        List<Long> ids = read("TimeEntries", 500, ALL).stream()
                .map(item -> item.get("id").asLong())
                .filter(id -> id % 7 == 0)
                .limit(40)
                .toList();

        findsExactly("TimeEntries", in("id", ids), holds("id", ids));
    }

    /** Somebody writes to the last ticket: what is new lies behind everything else. */
    @Test
    void findsWhatWasAddedMeanwhile() throws IOException {
        JsonNode last = read("TicketNotes", 500, ALL).getLast();
        List<Long> ticket = List.of(last.get("ticketID").asLong());
        long before = count("TicketNotes", in("ticketID", ticket));

        tenant.table(Entity.TICKET_NOTES).append(2);

        assertThat(count("TicketNotes", in("ticketID", ticket))).isEqualTo(before + 2);
        findsExactly("TicketNotes", in("ticketID", ticket), holds("ticketID", ticket));
    }

    @ParameterizedTest
    @CsvSource({
        "Tickets, creatorType, Ticket",
        "Tickets, lastActivityPersonType, Ticket",
        "BillingItems, lineItemFullDescription, BillingItem"
    })
    void refusesToFilterBySomeFields(String entity, String field, String name) throws IOException {
        var answer = post(
                API + "/" + entity + "/query", "{\"filter\":[{\"op\":\"exist\",\"field\":\"%s\"}]}".formatted(field));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(error(answer)).contains(field, "of the " + name + " Entity cannot be queried");
    }

    @Test
    void keepsTimeThatIsNotBillableFromThoseWithoutTheRight() throws IOException {
        String free = "{\"op\":\"eq\",\"field\":\"isNonBillable\",\"value\":true}";
        long all = count("TimeEntries", ALL);
        long hidden = count("TimeEntries", free);
        faults.use(Map.of("variants", "NON_BILLABLE_TIME_HIDDEN"));

        assertThat(hidden).isGreaterThan(100);
        assertThat(count("TimeEntries", free)).isZero();
        assertThat(count("TimeEntries", ALL)).isEqualTo(all - hidden);
        assertThat(read("TimeEntries", 500, ALL))
                .hasSize((int) (all - hidden))
                .noneMatch(item -> item.get("isNonBillable").asBoolean(false));
        assertThat(json(get(API + "/TimeEntries/entityInformation"))
                        .at("/info/userAccessForQuery")
                        .asString())
                .isEqualTo("All");
    }

    @Test
    void keepsWhatWasChargedFromThoseWithoutTheRight() throws IOException {
        faults.use(Map.of("access.BillingItems", "0"));

        assertThat(post(API + "/BillingItems/query", "{\"filter\":[" + ALL + "]}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(count("TimeEntries", ALL)).isPositive();
    }

    /** As Autotask does: a sub-issue says which issue it is of. */
    @Test
    void tellsWhichValuesDependOnWhich() throws IOException {
        JsonNode fields = json(get(API + "/Tickets/entityInformation/fields")).get("fields");
        JsonNode sub = fields.valueStream()
                .filter(field -> field.get("name").asString().equals("subIssueType"))
                .findFirst()
                .orElseThrow();

        assertThat(sub.get("picklistParentValueField").asString()).isEqualTo("issueType");
        assertThat(sub.get("picklistValues").get(0))
                .isEqualTo(
                        json(
                                """
                {"value":"136","label":"Printer","isDefaultValue":false,"sortOrder":1,"parentValue":"10",
                 "isActive":true,"isSystem":false}"""));
        assertThat(fields.valueStream().filter(field -> !field.get("picklistParentValueField")
                        .asString()
                        .isEmpty()))
                .hasSize(1);
    }
}
