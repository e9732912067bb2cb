package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.AscentTest;
import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityPage.Item;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.zone.ZoneDiscovery;
import app.ascent.vault.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the practice tenant on and nothing else set, discovery and client find it on whatever port the server got. */
@AscentTest(properties = "ascent.sandbox.enabled=true")
class PracticeTenantTests {

    private static final Credentials CREDENTIALS = new Credentials(
            "practice@sandbox.example", new Secret("practice-secret"), new Secret("PRACTICE-INTEGRATION-CODE27"));

    private final ConnectionCheck check;
    private final ZoneDiscovery discovery;
    private final AutotaskConnector connector;

    PracticeTenantTests(ConnectionCheck check, ZoneDiscovery discovery, AutotaskConnector connector) {
        this.check = check;
        this.discovery = discovery;
        this.connector = connector;
    }

    @Test
    void passesTheConnectionTest() throws Exception {
        ConnectionReport report =
                check.test(CREDENTIALS, List.of(new Wanted("Companies", true), new Wanted("Contacts", false)));

        assertThat(report.problem()).isNull();
        assertThat(report.entities())
                .allSatisfy(entity -> assertThat(entity.count()).isPositive());
    }

    @Test
    void isReadWhole() throws Exception {
        AutotaskSession session =
                connector.connect(discovery.find(CREDENTIALS.apiUser()), CREDENTIALS.login(), (_, _) -> {});

        List<Long> ids = new ArrayList<>();
        EntityPage page;
        do {
            page = session.page(EntityQuery.of("Companies"), ids.isEmpty() ? -1 : ids.getLast());
            page.items().stream().map(Item::id).forEach(ids::add);
        } while (!page.last());

        assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0L)
                .hasSize(Math.toIntExact(session.count("Companies")));
        assertThat(session.fields("Companies")).anyMatch(field -> field.name().equals("companyType"));
    }
}
