package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.CountedStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many statements the list of migrations needs: as many for several as for one. */
@Import(CountedStatements.class)
class MigrationListTests extends ImportJourney {

    private final CountedStatements statements;

    MigrationListTests(JdbcClient jdbc, @Value("${local.server.port}") int port, CountedStatements statements) {
        super(jdbc, port);
        this.statements = statements;
    }

    @Test
    void readsAnyNumberOfMigrationsWithTheSameStatements() {
        create();
        int one = listed();

        for (int other = 1; other <= 4; other++) {
            AUTOTASK.database(AUTOTASK.database() + 1);
            create();
        }

        assertThat(listed()).isEqualTo(one);
        assertThat(api.get(MIGRATIONS).json().path("total").asInt()).isEqualTo(5);
        assertThat(elements(api.get(MIGRATIONS).json().path("items"))
                        .map(item -> item.at("/zone/database").asLong()))
                .containsExactly(
                        AUTOTASK.database(),
                        AUTOTASK.database() - 1,
                        AUTOTASK.database() - 2,
                        AUTOTASK.database() - 3,
                        AUTOTASK.database() - 4);
    }

    /** The scheduler looks for work meanwhile, so that the least of several is what the list itself costs. */
    private int listed() {
        int least = Integer.MAX_VALUE;
        for (int look = 0; look < 8; look++) {
            least = Math.min(least, statements.anywhereDuring(() -> api.get(MIGRATIONS)));
        }
        return least;
    }
}
