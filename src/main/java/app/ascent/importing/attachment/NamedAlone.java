package app.ascent.importing.attachment;

import app.ascent.migration.spi.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tenants that understand no list of records whose files are asked for; found out once, and remembered by their database. */
@Component
class NamedAlone {

    private final JdbcClient jdbc;

    NamedAlone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean is(RunContext run) {
        return jdbc.sql(
                        """
                        select exists (
                            select from importing_named_alone
                            where organization_id = :organization and source_database = :database
                        )
                        """)
                .param("organization", run.organization().value())
                .param("database", run.source().database())
                .query(Boolean.class)
                .single();
    }

    void from(RunContext run) {
        jdbc.sql(
                        """
                        insert into importing_named_alone (organization_id, source_database)
                        values (:organization, :database) on conflict do nothing
                        """)
                .param("organization", run.organization().value())
                .param("database", run.source().database())
                .update();
    }
}
