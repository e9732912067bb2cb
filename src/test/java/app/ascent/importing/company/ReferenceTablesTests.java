package app.ascent.importing.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.autotask.client.EntityPage.Item;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskSource;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferenceTablesTests {

    private static final UUID MEMBER = UUID.randomUUID();
    private static final RunContext RUN = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("AUTOTASK", 91_234, UUID.randomUUID()),
            Conflicts.KEEP_ASCENT);

    private final AutotaskSource autotask = mock();
    private final Users users = mock();
    private final ReferenceTables tables = new ReferenceTables(autotask, users);

    @Test
    void callsCountriesByTheirDisplayNames() throws InterruptedException {
        when(autotask.all(RUN, "Countries"))
                .thenReturn(some(
                        new Item(0, "{\"displayName\":\"Atlantis\",\"isActive\":false,\"later\":{}}"),
                        new Item(81, "{\"displayName\":\" Germany \",\"name\":\"GERMANY\"}"),
                        new Item(82, "{\"displayName\":\"\",\"name\":\"GHANA\"}"),
                        new Item(83, "{\"displayName\":null}")));

        assertThat(tables.read(RUN).tables().get("Countries"))
                .isEqualTo(Map.of(
                        "0", new Entry("0", "Atlantis", false, false, null),
                        "81", new Entry("81", "Germany", true, false, null),
                        "82", new Entry("82", "GHANA", true, false, null)));
    }

    @Test
    void callsCategoriesAndCurrenciesByTheirNames() throws InterruptedException {
        when(autotask.all(RUN, "CompanyCategories"))
                .thenReturn(some(
                        new Item(1, "{\"name\":\" Standard \",\"nickname\":\"STD\"}"),
                        new Item(2, "{\"name\":null,\"Nickname\":\"SMB\",\"isActive\":0}"),
                        new Item(3, "{\"name\":[\"x\"]}")));
        when(autotask.all(RUN, "Currencies"))
                .thenReturn(some(
                        new Item(1, "{\"name\":\"GBP\",\"description\":\"Pound Sterling\"}"),
                        new Item(4, "{\"name\":\"\",\"description\":\"Euro\"}")));

        assertThat(tables.read(RUN).tables())
                .isEqualTo(Map.of(
                        "CompanyCategories",
                        Map.of(
                                "1", new Entry("1", "Standard", true, false, null),
                                "2", new Entry("2", "SMB", false, false, null)),
                        "Currencies",
                        Map.of(
                                "1", new Entry("1", "GBP", true, false, null),
                                "4", new Entry("4", "Euro", true, false, null))));
    }

    @Test
    void findsMembersByEmailWhateverItsCase() throws InterruptedException {
        when(autotask.all(RUN, "Resources"))
                .thenReturn(some(
                        new Item(1, "{\"firstName\":\"Zoë\",\"lastName\":\"Lindqvist\",\"email\":\" ZOE@x.example\"}"),
                        new Item(
                                2,
                                "{\"firstName\":\"Bo\",\"lastName\":\"\",\"email\":\"bo@x.example\",\"isActive\":false}"),
                        new Item(3, "{\"userName\":\"apiuser\",\"email\":\"\"}"),
                        new Item(4, "{\"email\":\"system@x.example\"}"),
                        new Item(5, "{}")));
        when(users.activeByEmail(any(), any())).thenReturn(Map.of("zoe@x.example", new UserId(MEMBER)));

        Dictionary dictionary = tables.read(RUN);

        assertThat(dictionary.tables().get("Resources"))
                .isEqualTo(Map.of(
                        "1", new Entry("1", "Zoë Lindqvist", true, false, MEMBER.toString()),
                        "2", new Entry("2", "Bo", false, false, null),
                        "3", new Entry("3", "apiuser", true, false, null),
                        "4", new Entry("4", "system@x.example", true, false, null),
                        "5", new Entry("5", "Resource 5", true, false, null)));
    }

    @Test
    void letsAnOddRowCostItselfAlone() throws InterruptedException {
        when(autotask.all(RUN, "Countries"))
                .thenReturn(some(
                        new Item(81, "{\"DisplayName\":\"Germany\",\"isActive\":{}}"),
                        new Item(82, "{\"displayName\":{\"en\":\"Ghana\"},\"name\":\"GHANA\"}"),
                        new Item(83, "{\"displayName\":%s}".formatted("[".repeat(2_000) + "]".repeat(2_000))),
                        new Item(84, "\"none\"")));
        when(autotask.all(RUN, "Resources"))
                .thenReturn(some(
                        new Item(1, "{\"lastName\":\"Holm\",\"email\":[\"bo@x.example\"]}"),
                        new Item(2, "{\"lastName\":\"Zoë\",\"email\":\"\u200BSMTP:Zoe@x.example\"}"),
                        new Item(3, "[]")));
        when(users.activeByEmail(any(), eq(List.of("zoe@x.example"))))
                .thenReturn(Map.of("zoe@x.example", new UserId(MEMBER)));

        Dictionary dictionary = tables.read(RUN);

        assertThat(dictionary.tables().get("Countries"))
                .isEqualTo(Map.of(
                        "81", new Entry("81", "Germany", true, false, null),
                        "82", new Entry("82", "GHANA", true, false, null)));
        assertThat(dictionary.tables().get("Resources"))
                .isEqualTo(Map.of(
                        "1", new Entry("1", "Holm", true, false, null),
                        "2", new Entry("2", "Zoë", true, false, MEMBER.toString())));
    }

    private static Optional<List<Item>> some(Item... items) {
        return Optional.of(List.of(items));
    }
}
