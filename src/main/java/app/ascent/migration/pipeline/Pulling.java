package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What each of the threads does that pull one type: its ranges, as long as there are any that nobody pulls, and then a part of
 * what another thread has still before it. So two pages are asked for at any time, from the first to the last.
 */
@Component
class Pulling {

    /** So many calls an endpoint of the source may have under way. */
    private static final int AT_ONCE = 2;

    private final EntityMigrations entities;
    private final Extraction extraction;
    private final Dividing dividing;

    Pulling(EntityMigrations entities, Extraction extraction, Dividing dividing) {
        this.entities = entities;
        this.extraction = extraction;
        this.dividing = dividing;
    }

    /** How many of them a type has in this wave: where a wave has a filter, nobody knows how many records it brings. */
    int threads(Work work, EntityMigration<?, ?> entity) {
        return entity.divisible()
                        && work.wave()
                                == entities.waves(entity, work.run().scope()).last()
                ? AT_ONCE
                : 1;
    }

    void pull(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        Optional<SegmentId> next = next(work, entity);
        while (next.isPresent()) {
            extraction.extract(work, entity, next.get());
            next = next(work, entity);
        }
    }

    /** Empty when others pull what is left. */
    private Optional<SegmentId> next(Work work, EntityMigration<?, ?> entity) throws InterruptedException {
        long seen = 0;
        while (true) {
            long before = seen;
            switch (work.waitFor(() -> work.lead(entity.type()).turn(before))) {
                case Lead.Turn.Pull pull -> {
                    return Optional.of(pull.segment());
                }
                case Lead.Turn.Share share -> {
                    long remaining =
                            dividing.remaining(work, entity, share.segment().checkpoint());
                    if (remaining < work.properties().divideFrom()) {
                        return Optional.empty();
                    }
                    Optional<SegmentId> upper = dividing.divide(work, entity, share, remaining);
                    if (upper.isPresent()) {
                        return upper;
                    }
                    seen = share.seen();
                }
                case Lead.Turn.Over _ -> {
                    return Optional.empty();
                }
            }
        }
    }
}
