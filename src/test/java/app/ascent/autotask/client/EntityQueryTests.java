package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.Condition.Among;
import app.ascent.autotask.client.Condition.Compared;
import app.ascent.autotask.client.Condition.Comparison;
import app.ascent.autotask.client.Condition.Group;
import app.ascent.autotask.client.Condition.Present;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityQueryTests {

    @Test
    void saysConditionsInAutotasksGrammar() {
        EntityQuery query = EntityQuery.of(
                        "Tickets",
                        Condition.any(
                                Condition.gte("lastActivityDate", "2024-01-01T00:00:00Z"),
                                Condition.missing("completedDate")),
                        new Compared(Comparison.NOTEQ, "status", 5))
                .and(new Among("queueID", List.of(5, 8)));

        assertThat(query.page(500, 41))
                .isEqualTo("{\"MaxRecords\":500,\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":41},"
                        + "{\"op\":\"or\",\"items\":["
                        + "{\"op\":\"gte\",\"field\":\"lastActivityDate\",\"value\":\"2024-01-01T00:00:00Z\"},"
                        + "{\"op\":\"notExist\",\"field\":\"completedDate\"}]},"
                        + "{\"op\":\"noteq\",\"field\":\"status\",\"value\":5},"
                        + "{\"op\":\"in\",\"field\":\"queueID\",\"value\":[5,8]}]}");
        assertThat(query.fields()).containsExactly("completedDate", "lastActivityDate", "queueID", "status");
    }

    @Test
    void countsWithTheSameConditions() {
        EntityQuery query =
                EntityQuery.of("Tickets", new Group(true, List.of(Condition.lte("id", 9), new Present("title", true))));

        assertThat(query.count())
                .isEqualTo("{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":-1},{\"op\":\"and\",\"items\":["
                        + "{\"op\":\"lte\",\"field\":\"id\",\"value\":9},{\"op\":\"exist\",\"field\":\"title\"}]}]}");
        assertThat(EntityQuery.of("Tickets", Condition.lte("id", 9)).fields()).isEmpty();
    }

    @Test
    void refusesMoreThanAutotaskTakes() {
        assertThatThrownBy(() -> new Among("id", Collections.nCopies(501, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Among("id", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTextsToTheLetter() {
        assertThat(EntityQuery.of("Companies", Condition.eq("companyName", "O\"Neil \\ Söhne"))
                        .page(1, -1))
                .contains("{\"op\":\"eq\",\"field\":\"companyName\",\"value\":\"O\\\"Neil \\\\ Söhne\"}");
    }
}
