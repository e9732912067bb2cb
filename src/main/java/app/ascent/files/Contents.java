package app.ascent.files;

import app.ascent.identity.OrganizationId;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The content of files, once for an organization and whatever is the same. A row claims it before the store has it, and whoever
 * names it then has a foreign key to that row, so that the store never has what no row knows (docs/adr/076).
 */
@Service
public class Contents {

    private final ContentStore store;
    private final PrivateFolder incoming;
    private final JdbcClient jdbc;

    Contents(ContentStore store, PrivateFolder incoming, JdbcClient jdbc) {
        this.store = store;
        this.incoming = incoming;
        this.jdbc = jdbc;
    }

    /**
     * What is kept.
     *
     * @param sha256 in hex
     */
    public record Content(String sha256, long size) {}

    /**
     * A place for bytes on their way; to be closed.
     *
     * @throws ContentsAway with the reason
     */
    public Incoming incoming() {
        return new Incoming(incoming);
    }

    /**
     * Keeps what was written, for an hour at least, or as long as an attachment names it. Repeating it is harmless. Never within a
     * transaction: the claim must be there before the bytes, whatever becomes of the caller's.
     *
     * @throws ContentsAway with the reason
     */
    @Transactional(propagation = Propagation.NEVER)
    public Content keep(OrganizationId organization, Incoming arrived) {
        Content content = new Content(arrived.hash(), arrived.size());
        claim(organization, content, arrived.picture());
        ContentStore.Key key = new ContentStore.Key(organization, content.sha256());
        if (!store.size(key).equals(OptionalLong.of(content.size()))) {
            store.put(key, arrived.written());
        }
        return content;
    }

    /**
     * Before anything is answered with it.
     *
     * @throws ContentsAway also where it is lost
     */
    public void demand(OrganizationId organization, Content content) {
        if (store.size(new ContentStore.Key(organization, content.sha256())).isEmpty()) {
            throw new ContentsAway("The content of this file is not where files are kept.");
        }
    }

    /**
     * From one byte on; to be closed.
     *
     * @throws ContentsAway with the reason
     */
    public InputStream open(OrganizationId organization, Content content, long from) {
        return store.open(new ContentStore.Key(organization, content.sha256()), from);
    }

    /** By the clock that all nodes share. Waits for a sweep that is just removing it. */
    private void claim(OrganizationId organization, Content content, @Nullable String picture) {
        jdbc.sql(
                        """
                        insert into file_content (organization_id, sha256, size, picture, touched_at)
                        values (:organization, :sha256, :size, :picture, clock_timestamp())
                        on conflict (organization_id, sha256) do update set touched_at = excluded.touched_at
                        """)
                .param("organization", organization.value())
                .param("sha256", content.sha256())
                .param("size", content.size())
                .param("picture", picture)
                .update();
    }
}
