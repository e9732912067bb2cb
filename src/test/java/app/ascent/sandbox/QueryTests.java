package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The query language, with its silent and its loud mistakes. */
class QueryTests extends SandboxTest {

    private static final String ALL = "{\"op\":\"gte\",\"field\":\"id\",\"value\":0}";

    private String refused(String entity, String search) throws IOException {
        var response = post(API + "/" + entity + "/query", search);
        assertThat(response.statusCode()).isEqualTo(500);
        return error(response);
    }

    @Test
    void beginsWithTheTenantsOwnCompany() throws IOException {
        JsonNode page = query("Companies", "{\"filter\":[" + ALL + "]}");

        assertThat(ids(page)).startsWith(0L, 137L, 174L).isSorted().hasSize(420);
        assertThat(page.get("items").get(0).get("companyName").asString()).isEqualTo("Harbourline IT Services Ltd");
    }

    @Test
    void leavesOutCompanyZeroWhenAskedForGreaterIds() throws IOException {
        assertThat(ids(query("Companies", "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":0}]}")))
                .startsWith(137L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'op':'eq','field':'companyType','value':1}                          | companyType=1",
                "{'op':'eq','field':'companytype','value':'1'}                        | companyType=1",
                "{'op':'noteq','field':'companyType','value':1}                       | companyType!=1",
                "{'op':'in','field':'companyType','value':[1,3]}                      | companyType=1 companyType=3",
                "{'op':'notIn','field':'companyType','value':[1,3]}                   | companyType!=1,3",
                "{'op':'eq','field':'isActive','value':true}                          | isActive=true",
                "{'op':'eq','field':'isActive','value':1}                             | isActive=true",
                "{'op':'EQ','field':'isActive','value':'true'}                        | isActive=true",
                "{'op':'notExist','field':'parentCompanyID'}                          | parentCompanyID=null",
                "{'op':'exist','field':'parentCompanyID'}                             | parentCompanyID!=null",
                "{'op':'eq','field':'city','value':'BRISTOL'}                         | city=Bristol",
                "{'op':'eq','field':'Region','udf':true,'value':'north'}              | Region=North",
            })
    void findsWhatTheFilterSays(String filter, String expected) throws IOException {
        String json = filter.strip().replace('\'', '"');

        long counted = count("Companies", json);
        JsonNode page = query("Companies", "{\"filter\":[" + json + "]}");

        assertThat(ids(page)).isNotEmpty().hasSize((int) counted);
        assertThat(page.get("items").valueStream()).allMatch(item -> agrees(item, expected));
        assertThat(everything().stream().filter(item -> agrees(item, expected))).hasSize((int) counted);
    }

    private List<JsonNode> everything() throws IOException {
        return query("Companies", "{\"filter\":[" + ALL + "]}")
                .get("items")
                .valueStream()
                .toList();
    }

    /** Whether one of the alternatives holds. A comparison with nothing is never true, as in any database. */
    private static boolean agrees(JsonNode item, String alternatives) {
        return List.of(alternatives.split(" ")).stream().anyMatch(alternative -> {
            String[] sides = alternative.split("!?=");
            String held = sides[0].equals("Region")
                    ? item.get("userDefinedFields").get(0).get("value").asString("null")
                    : item.get(sides[0]).asString("null");
            boolean same = List.of(sides[1].split(",")).contains(held);
            return alternative.contains("!=") ? !same && !held.equals("null") : same;
        });
    }

    @Test
    void comparesTextsWithoutRegardToCase() throws IOException {
        assertThat(names("beginsWith", "HARBOURLINE")).containsExactly("Harbourline IT Services Ltd");
        assertThat(names("endsWith", "services ltd")).containsExactly("Harbourline IT Services Ltd");
        assertThat(names("contains", "lINE it")).containsExactly("Harbourline IT Services Ltd");
    }

    private List<String> names(String op, String value) throws IOException {
        String filter = "{\"op\":\"%s\",\"field\":\"companyName\",\"value\":\"%s\"}".formatted(op, value);
        return query("Companies", "{\"filter\":[" + filter + "]}")
                .get("items")
                .valueStream()
                .map(item -> item.get("companyName").asString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z"})
    void readsDatesInAnyForm(String date) throws IOException {
        String filter = "{\"op\":\"lt\",\"field\":\"lastActivityDate\",\"value\":\"" + date + "\"}";

        long before = count("Companies", filter);

        assertThat(before).isPositive().isLessThan(420);
        assertThat(everything().stream()
                        .filter(item -> item.get("lastActivityDate").asString().compareTo("2026") < 0))
                .hasSize((int) before);
    }

    @Test
    void combinesConditionsWithGroups() throws IOException {
        String either = "{\"op\":\"or\",\"items\":[{\"op\":\"lte\",\"field\":\"id\",\"value\":137},"
                + "{\"op\":\"and\",\"items\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":173},"
                + "{\"op\":\"lt\",\"field\":\"id\",\"value\":212}]}]}";

        assertThat(ids(query("Companies", "{\"filter\":[" + either + "]}"))).containsExactly(0L, 137L, 174L, 211L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ne", "neq", "like", ""})
    void passesOverAnUnknownOperatorInSilence(String op) throws IOException {
        String dropped = "{\"op\":\"" + op + "\",\"field\":\"companyType\",\"value\":1}";

        assertThat(count("Companies", dropped)).isEqualTo(420);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"filter\":[]}", "{\"MaxRecords\":5}", "{\"filter\":{}}"})
    void insistsOnAFilter(String search) throws IOException {
        assertThat(refused("Companies", search)).contains("filter is required");
    }

    @Test
    void refusesUnknownFields() throws IOException {
        assertThat(refused("Companies", "{\"filter\":[{\"op\":\"eq\",\"field\":\"projectID\",\"value\":1}]}"))
                .isEqualTo("Unable to find projectID in the Company Entity");
        assertThat(refused("Contacts", "{\"IncludeFields\":[\"id\",\"nonsense\"],\"filter\":[" + ALL + "]}"))
                .isEqualTo("Unable to find nonsense in the Contact Entity");
        assertThat(refused("Companies", "{\"filter\":[{\"op\":\"eq\",\"field\":\"Colour\",\"udf\":true,\"value\":1}]}"))
                .isEqualTo("Unable to find Colour in the Company Entity");
    }

    @ParameterizedTest
    @CsvSource({
        "Companies, assetValue",
        "Projects, changeOrdersBudget",
        "Projects, extProjectType",
        "Tasks, remainingHours",
        "Contacts, isOptedOutFromBulkEmail",
        "Contacts, solicitationOptOut",
        "Contacts, surveyOptOut"
    })
    void refusesToFilterByFieldsThatCannotBeQueried(String entity, String field) throws IOException {
        assertThat(refused(entity, "{\"filter\":[{\"op\":\"exist\",\"field\":\"" + field + "\"}]}"))
                .contains(field, "cannot be queried");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1"})
    void answersFiveHundredRecordsAtMost(String maxRecords) throws IOException {
        assertThat(refused("Companies", "{\"MaxRecords\":" + maxRecords + ",\"filter\":[" + ALL + "]}"))
                .isEqualTo("maxCountOfRecordsToReturn must be between 1 and 500");
    }

    @Test
    void limitsAlternatives() throws IOException {
        String one = "{\"op\":\"eq\",\"field\":\"id\",\"value\":174}";
        String many = IntStream.rangeClosed(0, 500).mapToObj(i -> one).collect(Collectors.joining(","));

        assertThat(refused("Companies", "{\"filter\":[{\"op\":\"or\",\"items\":[" + many + "]}]}"))
                .isEqualTo("Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "hello"})
    void callsMalformedJsonABadRequest(String search) throws IOException {
        var response = post(API + "/Companies/query", search);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("Message").asString()).isEqualTo("The request is invalid.");
    }

    @Test
    void refusesValuesThatMakeNoSense() throws IOException {
        assertThat(refused("Companies", "{\"filter\":[{\"op\":\"gt\",\"field\":\"id\",\"value\":\"first\"}]}"))
                .isEqualTo("Invalid query syntax. Value [first] is not valid for id.");
        assertThat(refused("Companies", "{\"filter\":[{\"op\":\"in\",\"field\":\"id\",\"value\":3}]}"))
                .contains("A value is required for id");
    }

    @Test
    void takesTheQueryFromTheAddressToo() throws IOException {
        String search = encode("{'MAXRECORDS':2,'FILTER':[{'OP':'gte','FIELD':'ID','VALUE':0}]}");

        var page = json(get(API + "/companies/QUERY?search=" + search));
        var count = json(get(API + "/companies/query/count?search=" + search));

        assertThat(ids(page)).containsExactly(0L, 137L);
        assertThat(count).isEqualTo(json("{\"queryCount\":420}"));
    }

    @Test
    void answersTheFieldsAskedForInItsOwnOrder() throws IOException {
        JsonNode page = query(
                "Companies",
                "{\"MaxRecords\":1,\"IncludeFields\":[\"companyType\",\"ID\",\"companyName\"],\"filter\":[" + ALL
                        + "]}");

        assertThat(page.get("items").get(0))
                .isEqualTo(
                        json(
                                """
                {"id":0,"companyName":"Harbourline IT Services Ltd","companyType":8,"userDefinedFields":[]}"""));
        assertThat(page.get("items").get(0).propertyNames())
                .containsExactly("id", "companyName", "companyType", "userDefinedFields");
    }

    @Test
    void answersAddedFieldsByName() throws IOException {
        JsonNode page =
                query("Companies", "{\"MaxRecords\":1,\"IncludeFields\":[\"id\",\"seats\"],\"filter\":[" + ALL + "]}");

        assertThat(page.get("items")
                        .get(0)
                        .get("userDefinedFields")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Seats");
        assertThat(page.get("items").get(0).get("userDefinedFields")).hasSize(1);
    }

    @Test
    void answersOneRecordOrNothing() throws IOException {
        assertThat(json(get(API + "/Companies/174")).get("item").get("id").asLong())
                .isEqualTo(174);
        assertThat(get(API + "/Companies/175").body()).isEqualTo("{\"item\":null}");
        assertThat(get(API + "/Companies/-1").statusCode()).isEqualTo(200);
        assertThat(json(get(API + "/Countries/236"))
                        .get("item")
                        .get("displayName")
                        .asString())
                .isEqualTo("United Kingdom");
    }

    @Test
    void answersAnEmptyPageWhenNothingIsFound() throws IOException {
        assertThat(query("Contacts", "{\"filter\":[{\"op\":\"eq\",\"field\":\"id\",\"value\":1}]}"))
                .isEqualTo(
                        json(
                                """
                        {"items":[],"pageDetails":{"count":0,"requestCount":500,"prevPageUrl":null,
                         "nextPageUrl":null}}"""));
    }
}
