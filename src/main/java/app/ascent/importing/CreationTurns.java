package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets those who create a migration of the same Autotask database do so one after the other, so that the second sees the
 * first. The unique constraints would stop it, too, but by an error that logs the row with its cipher text.
 */
@Component
class CreationTurns {

    private final JdbcClient jdbc;

    CreationTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever is at it; the turn ends with the transaction. */
    void take(OrganizationId organization, long database) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0)) is null")
                .param("key", "autotask migration " + organization + " " + database)
                .query(Boolean.class)
                .single();
    }
}
