package app.ascent.importing;

import app.ascent.autotask.AutotaskSessions;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.field.Tables;
import app.ascent.importing.people.People;
import app.ascent.importing.people.Person;
import app.ascent.migration.Migrations;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the picklists and the people the Owner may decide about as soon as a migration exists, so that they can be looked over
 * first.
 */
@Component
class FirstPicklists {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPicklists.class);

    private final AutotaskSessions sessions;
    private final Migrations migrations;
    private final People people;
    private final List<AutotaskEntity> decidable;

    FirstPicklists(AutotaskSessions sessions, Migrations migrations, People people, AutotaskEntities entities) {
        this.sessions = sessions;
        this.migrations = migrations;
        this.people = people;
        this.decidable = entities.all().stream()
                .filter(entity -> !entity.decidable().isEmpty())
                .toList();
    }

    /** A failure here costs nothing but the preview: the first run reads the picklists again. */
    void learn(OrganizationId organization, MigrationId migration, Source source) throws InterruptedException {
        try {
            AutotaskSession session =
                    sessions.open(organization, new ConnectionId(source.connection()), (entity, took) -> {});
            Dictionary dictionary = Dictionary.EMPTY;
            for (AutotaskEntity entity : decidable) {
                dictionary = dictionary.and(picklists(session, entity));
            }
            migrations.learn(organization, migration, dictionary);
            meet(session, organization, source);
        } catch (AutotaskFailure failure) {
            LOG.warn(
                    "Picklists of migration {} are read by its first run, since Autotask did not answer: {}",
                    migration,
                    failure.getClass().getSimpleName());
        }
    }

    /** Who works for the tenant, a call for each 500 of them. */
    private void meet(AutotaskSession session, OrganizationId organization, Source source) throws InterruptedException {
        try {
            EntityQuery everybody = EntityQuery.of(Tables.RESOURCES.type().name());
            long after = Long.MIN_VALUE;
            while (true) {
                EntityPage page = session.page(everybody, after);
                people.put(organization, source.database(), Person.in(AutotaskSource.rows(page)));
                long highest = page.items().stream()
                        .mapToLong(EntityPage.Item::id)
                        .max()
                        .orElse(after);
                if (page.last() || highest <= after) {
                    return;
                }
                after = highest;
            }
        } catch (AutotaskFailure.PermissionDenied
                | AutotaskFailure.WrongAddress
                | AutotaskFailure.UnexpectedAnswer refused) {
            LOG.warn("People are not known yet: {}", refused.getMessage());
        }
    }

    /** One that may not be read costs the preview of its own picklists. */
    private static Dictionary picklists(AutotaskSession session, AutotaskEntity entity) throws InterruptedException {
        try {
            return new Dictionary(AutotaskSource.tables(entity, session.fields(entity.path())));
        } catch (AutotaskFailure.PermissionDenied
                | AutotaskFailure.WrongAddress
                | AutotaskFailure.UnexpectedAnswer refused) {
            LOG.warn("Picklists of {} are not known yet: {}", entity.path(), refused.getMessage());
            return Dictionary.EMPTY;
        }
    }
}
