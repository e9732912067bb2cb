package app.ascent.importing;

import app.ascent.autotask.AutotaskSessions;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.Migrations;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the picklists the Owner may decide about as soon as a migration exists, so that they can be looked over first. */
@Component
class FirstPicklists {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPicklists.class);

    private final AutotaskSessions sessions;
    private final Migrations migrations;
    private final List<AutotaskEntity> decidable;

    FirstPicklists(AutotaskSessions sessions, Migrations migrations, AutotaskEntities entities) {
        this.sessions = sessions;
        this.migrations = migrations;
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
        } catch (AutotaskFailure failure) {
            LOG.warn(
                    "Picklists of migration {} are read by its first run, since Autotask did not answer: {}",
                    migration,
                    failure.getClass().getSimpleName());
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
