package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourcePage;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The page of one segment that comes next, asked for while the page before is written. One page ahead and no more; when
 * the execution ends meanwhile, that page is asked for again by the next one.
 */
final class NextPage implements AutoCloseable {

    private final Work work;
    private final Pulled entity;
    private final Lead lead;
    private final Aside aside = new Aside("page");
    private @Nullable Future<Optional<SourcePage>> asked;

    NextPage(Work work, Pulled entity) {
        this.work = work;
        this.entity = entity;
        this.lead = work.lead(entity.type());
    }

    /** Asks for the page that goes on from there as soon as pulling is not too far ahead. */
    void ask(Segment segment, @Nullable Cursor from) {
        asked = aside.begin(() -> work.waitFor(() ->
                lead.awaitRoom(segment) ? Optional.of(entity.fetch(work.run(), segment, from)) : Optional.empty()));
    }

    /** The page that was asked for; empty when it was not worth asking any more. */
    Optional<SourcePage> await() throws InterruptedException {
        Future<Optional<SourcePage>> page = asked;
        if (page == null) {
            throw new IllegalStateException("No page was asked for");
        }
        asked = null;
        return work.waitFor(() -> Aside.result(page));
    }

    /** Whoever leaves early does not wait for an answer. */
    @Override
    public void close() {
        aside.abandon();
        aside.close();
    }
}
