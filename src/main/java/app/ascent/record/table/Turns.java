package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets those who are about to do one thing in an organization do so one after the other, so that the second one sees what the first
 * did. A turn ends with the transaction.
 */
public final class Turns {

    private Turns() {}

    /** Waits for whoever is at it. */
    public static void take(JdbcClient jdbc, OrganizationId organization, String deed) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:deed || ' ' || :organization, 0))")
                .param("deed", deed)
                .param("organization", organization.toString())
                .query(row -> {});
    }
}
