package app.ascent.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import app.ascent.crm.ClientImports;
import app.ascent.crm.web.RecordApiContract;
import app.ascent.crm.web.Visitors;
import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@Import(CountedStatements.class)
class TicketApiTests extends RecordApiContract {

    static final String TICKETS = "/api/v1/tickets";

    private final CountedStatements statements;

    @Autowired
    TicketApiTests(Visitors visitors, ClientImports clients, CountedStatements statements, JdbcClient jdbc) {
        super(visitors, clients, jdbc);
        this.statements = statements;
    }

    @Override
    protected String address() {
        return TICKETS;
    }

    @Override
    protected List<String> fields() {
        return List.of(
                "assetId",
                "assetIds",
                "assigneeId",
                "assigneeName",
                "category",
                "categoryId",
                "checklist",
                "clientId",
                "closed",
                "closedAt",
                "contactId",
                "contactIds",
                "contractId",
                "createdAt",
                "description",
                "dueAt",
                "firstResponseAt",
                "id",
                "lastActivityAt",
                "number",
                "openedAt",
                "people",
                "priority",
                "problemTicketId",
                "projectId",
                "queue",
                "resolution",
                "resolvedAt",
                "source",
                "status",
                "statusId",
                "subject",
                "tags",
                "type",
                "updatedAt",
                "version");
    }

    @Override
    protected String json(String more) {
        return "{\"subject\": \"Printer jams\", \"clientId\": \"%s\", \"statusId\": \"%s\"%s}"
                .formatted(northwind, "00000000-0000-8000-8000-000000000001", more);
    }

    @Override
    protected String edit() {
        return ", \"description\": \"theirs\"";
    }

    @Override
    protected String one() {
        return "1 ticket";
    }

    @Test
    void givesANumberOfTheDayThatNobodyChanges() {
        String day = DateTimeFormatter.ofPattern("yyMMdd").format(LocalDate.now(ZoneOffset.UTC));
        MvcTestResult first = post(", \"number\": \"MINE-1\"");
        MvcTestResult second = post("");

        assertThat(first).bodyJson().extractingPath("$.number").isEqualTo("TKT-" + day + "0001");
        assertThat(second).bodyJson().extractingPath("$.number").isEqualTo("TKT-" + day + "0002");
        assertThat(put(id(second), json(", \"number\": \"TKT-" + day + "0001\"")))
                .bodyJson()
                .extractingPath("$.number")
                .isEqualTo("TKT-" + day + "0002");
    }

    @Test
    void keepsWhatWasSent() {
        MvcTestResult created = post(
                """
                , "priority": "HIGH", "type": "INCIDENT", "dueAt": "2026-05-01T10:00:00Z", "queue": "Field service",
                "resolution": "Roller changed", "assigneeName": "Kjell", "people": [{"userId": null, "name": "Priya"}],
                "problemTicketId": "%s"
                """
                        .formatted(id(post(""))));

        assertThat(created).bodyJson().extractingPath("$.status").isEqualTo("New");
        assertThat(created).bodyJson().extractingPath("$.people[0].name").isEqualTo("Priya");
        comesBack(created);
    }

    @Test
    void listsTheLatestActivityFirst() {
        String first = id(post(""));
        String second = id(post(""));
        put(first, json(edit()));

        assertThat(listed("")).containsExactly(first, second);
        assertThat(JsonPath.<String>read(body(show(second)), "$.lastActivityAt"))
                .isEqualTo(JsonPath.read(body(show(second)), "$.openedAt"));
    }

    /** A list costs as many statements for many tickets as for one. */
    @Test
    void readsAListInAHandfulOfStatements() {
        post("");
        int one = statements.during(() -> listed(""));
        for (int i = 0; i < 5; i++) {
            post(", \"problemTicketId\": \"%s\", \"assigneeName\": \"Kjell\""
                    .formatted(listed("").getFirst()));
        }

        assertThat(statements.during(() -> listed("size=200"))).isEqualTo(one);
    }
}
