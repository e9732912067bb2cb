package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.sandbox.tenant.Entity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Filters, ranges and faults, tried on entities that are not companies or contacts. */
class ContractQueryTests extends SandboxTest {

    @ParameterizedTest
    @EnumSource(
            value = Entity.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "ATTACHMENT_INFO") // of one owner at a time: see FileTests
    void readsARangeOfIdsOfEveryEntity(Entity each) throws IOException {
        List<Long> all = idsOf(read(each.path(), 500, ALL));
        long above = all.getFirst();
        long upTo = all.get(all.size() / 2);
        String range = "{\"op\":\"gt\",\"field\":\"id\",\"value\":%d},{\"op\":\"lte\",\"field\":\"id\",\"value\":%d}"
                .formatted(above, upTo);

        findsExactly(
                each.path(),
                range,
                item -> item.get("id").asLong() > above && item.get("id").asLong() <= upTo);
        findsExactly(
                each.path(),
                "{\"op\":\"and\",\"items\":[" + range + "]}",
                item -> item.get("id").asLong() > above && item.get("id").asLong() <= upTo);
    }

    @Test
    void findsTheUnitsOfADay() throws IOException {
        findsExactly(
                "ContractServiceUnits",
                "{\"op\":\"lte\",\"field\":\"startDate\",\"value\":\"2026-11-29\"},"
                        + "{\"op\":\"gte\",\"field\":\"endDate\",\"value\":\"2026-11-29\"}",
                item -> item.get("startDate").asString().compareTo("2026-11-29T00:00:00Z") <= 0
                        && item.get("endDate").asString().compareTo("2026-11-29T00:00:00Z") >= 0);
    }

    @Test
    void findsThePartsOfSomeContracts() throws IOException {
        findsExactly(
                "ContractServices",
                "{\"op\":\"in\",\"field\":\"contractID\",\"value\":[174,\"29688051\",29688030,5]}",
                item -> List.of(174L, 29688051L, 29688030L)
                        .contains(item.get("contractID").asLong()));
    }

    @Test
    void findsWhatIsEmptyAndWhatIsNot() throws IOException {
        findsExactly("ContractBlocks", "{\"op\":\"notExist\",\"field\":\"startDate\"}", item -> item.get("startDate")
                .isNull());
        findsExactly(
                "Contracts",
                "{\"op\":\"or\",\"items\":[{\"op\":\"exist\",\"field\":\"renewedContractID\"},"
                        + "{\"op\":\"and\",\"items\":[{\"op\":\"eq\",\"field\":\"contractType\",\"value\":7},"
                        + "{\"op\":\"lt\",\"field\":\"estimatedCost\",\"value\":1}]}]}",
                item -> !item.get("renewedContractID").isNull()
                        || item.get("contractType").asLong() == 7);
    }

    @Test
    void refusesToFilterByHoursApproved() throws IOException {
        var answer = post(
                API + "/ContractBlocks/query",
                "{\"filter\":[{\"op\":\"gt\",\"field\":\"hoursApproved\",\"value\":1}]}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(error(answer)).contains("hoursApproved", "cannot be queried");
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, 403, adequate permissions", "BAD_QUERY, 500, Unable to find"})
    void refusesOneEntityForEverAndNoOther(String kind, int status, String text) throws IOException {
        faults.use(Map.of("rules[0].path", "/Services/", "rules[0].times", "-1", "rules[0].kind", kind));

        for (int i = 0; i < 3; i++) {
            var refused = post(API + "/Services/query", "{\"filter\":[" + ALL + "]}");
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(error(refused)).contains(text);
        }
        assertThat(count("ContractServices", ALL)).isPositive();
    }

    @Test
    void hidesContractsFromThoseWhoMayNotSeeThem() throws IOException {
        long all = count("Contracts", ALL);
        faults.use(Map.of("access.Contracts", "2", "access.ContractServices", "0"));

        assertThat(count("Contracts", ALL)).isPositive().isLessThan(all);
        assertThat(post(API + "/ContractServices/query", "{\"filter\":[" + ALL + "]}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(count("ContractBlocks", ALL)).isPositive();
    }

    @Test
    void showsTasksToWhoeverTheyAreAssignedAndHidesThatThereAreOthers() throws IOException {
        long all = count("Tasks", ALL);
        faults.use(Map.of("access.Tasks", "2"));

        List<JsonNode> seen = read("Tasks", 500, ALL);

        assertThat(seen).hasSizeBetween(5, (int) all / 20);
        assertThat(seen.stream().map(task -> task.get("assignedResourceID").asLong()))
                .containsOnly(29_682_945L);
        assertThat(count("Tasks", ALL)).isEqualTo(seen.size());
        assertThat(count("Projects", ALL)).isPositive();
    }
}
