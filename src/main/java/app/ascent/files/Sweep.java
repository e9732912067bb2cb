package app.ascent.files;

import app.ascent.identity.OrganizationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes content that nothing has named for a while, and what never arrived whole. Several nodes may do so at once; whoever
 * claims some content meanwhile waits for its row, and puts the bytes there again.
 */
@Component
class Sweep {

    /** So long content is kept that nothing names: longer than it takes to name it. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private static final String NAMED =
            """
            exists (select from attachment a where a.organization_id = c.organization_id and a.sha256 = c.sha256)""";

    private static final String RESTED = "c.touched_at < clock_timestamp() - cast(:kept as interval)";

    private final ContentStore store;
    private final PrivateFolder incoming;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Sweep(
            ContentStore store,
            PrivateFolder incoming,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.incoming = incoming;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How much content it removed. */
    int run() {
        incoming.removeOlderThan(clock.instant().minus(KEPT));
        settle();
        int removed = 0;
        List<ContentStore.Key> some = unnamed();
        while (!some.isEmpty()) {
            int before = removed;
            for (ContentStore.Key key : some) {
                removed += Boolean.TRUE.equals(transactions.execute(_ -> remove(key))) ? 1 : 0;
            }
            some = removed == before ? List.of() : unnamed();
        }
        if (removed > 0) {
            LOG.info("Removed the content of {} files that nothing names any more", removed);
        }
        return removed;
    }

    /** What is named is not looked at again until somebody touches it. */
    private void settle() {
        statement("update file_content c set touched_at = null where " + RESTED + " and " + NAMED)
                .update();
    }

    private List<ContentStore.Key> unnamed() {
        return statement("select c.organization_id, c.sha256 from file_content c where " + RESTED + " and not " + NAMED
                        + " order by c.touched_at limit " + AT_ONCE)
                .query((row, _) -> new ContentStore.Key(
                        new OrganizationId(row.getObject("organization_id", UUID.class)), row.getString("sha256")))
                .list();
    }

    /** Another statement than the one that locks, so that it sees who named it until then; the row goes when the bytes are gone. */
    private boolean remove(ContentStore.Key key) {
        return one("select true from file_content c where %s for update skip locked", key)
                        .query(Boolean.class)
                        .optional()
                        .isPresent()
                && one("delete from file_content c where %s and " + RESTED + " and not " + NAMED, key)
                                .param("kept", KEPT.toString())
                                .update()
                        > 0
                && gone(key);
    }

    private boolean gone(ContentStore.Key key) {
        store.delete(key);
        return true;
    }

    private JdbcClient.StatementSpec one(String sql, ContentStore.Key key) {
        return jdbc.sql(sql.formatted("c.organization_id = :organization and c.sha256 = :sha256"))
                .param("organization", key.organization().value())
                .param("sha256", key.sha256());
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("kept", KEPT.toString());
    }
}
