package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.Migrations;
import app.ascent.migration.spi.MigrationId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What deleting a migration would take and leave. */
class HoldingsTests extends ImportJourney {

    private final Migrations migrations;
    private final AutotaskEntities entities;

    HoldingsTests(
            JdbcClient jdbc,
            @Value("${local.server.port}") int port,
            Migrations migrations,
            AutotaskEntities entities) {
        super(jdbc, port);
        this.migrations = migrations;
        this.entities = entities;
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts");
    }

    @Test
    void countsWhatEveryRunBroughtAlsoAfterOneThatWasCancelledAtOnce() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().toString());
        String migration = create();
        run(migration);
        start(migration);
        api.post(migration + "/cancel", null);
        awaited(migration, "CANCELLED", "COMPLETED", "COMPLETED_WITH_ISSUES");

        OrganizationId organization = new OrganizationId(jdbc.sql("select organization_id from migration_migration")
                .query(UUID.class)
                .single());
        MigrationId id = new MigrationId(UUID.fromString(migration.substring(migration.lastIndexOf('/') + 1)));

        assertThat(migrations.stored(organization, id)).isEqualTo(new Migrations.Stored(2, 2, 0, 0));
        assertThat(entities.imported(organization, AUTOTASK.database()))
                .containsEntry("companies", 1L)
                .containsEntry("contacts", 1L);
        assertThat(entities.imported(organization, AUTOTASK.database() + 1))
                .allSatisfy((entity, count) -> assertThat(count).as(entity).isZero());
    }
}
