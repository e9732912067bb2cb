package app.ascent.autotask;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.AscentTest;
import app.ascent.autotask.client.Access;
import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityPage.Item;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.zone.ZoneDiscovery;
import app.ascent.sandbox.faults.FaultPlan;
import app.ascent.sandbox.faults.Faults;
import app.ascent.vault.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the practice tenant on and nothing else set, discovery and client find it on whatever port the server got. */
@AscentTest(properties = "ascent.sandbox.enabled=true")
class PracticeTenantTests {

    private static final Credentials CREDENTIALS = new Credentials(
            "practice@sandbox.example", new Secret("practice-secret"), new Secret("PRACTICE-INTEGRATION-CODE27"));

    private final ConnectionCheck check;
    private final ZoneDiscovery discovery;
    private final AutotaskConnector connector;
    private final Faults faults;

    PracticeTenantTests(ConnectionCheck check, ZoneDiscovery discovery, AutotaskConnector connector, Faults faults) {
        this.check = check;
        this.discovery = discovery;
        this.connector = connector;
        this.faults = faults;
    }

    @Test
    void passesTheConnectionTest() throws Exception {
        ConnectionReport report =
                check.test(CREDENTIALS, List.of(new Wanted("Companies", true), new Wanted("Contacts", false)));

        assertThat(report.problem()).isNull();
        assertThat(report.entities())
                .allSatisfy(entity -> assertThat(entity.count()).isPositive());
    }

    /** One without rights on projects sees the tasks that are assigned to it, and counts no others. */
    @Test
    void tellsThatTasksMayBeMissing() throws Exception {
        Access access = tasks().access();
        long all = tasks().count();
        faults.use(Map.of("access.Tasks", "2"));
        try {
            assertThat(access).isEqualTo(Access.ALL);
            assertThat(tasks().access()).isEqualTo(Access.RESTRICTED);
            assertThat(tasks().count()).isPositive().isLessThan(all / 20);
        } finally {
            faults.use(FaultPlan.none());
        }
    }

    private ConnectionReport.EntityAccess tasks() throws Exception {
        return check.test(CREDENTIALS, List.of(new Wanted("Tasks", false)))
                .entities()
                .getFirst();
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
