package app.ascent.migration.pipeline;

import app.ascent.database.Courtesy;
import app.ascent.migration.spi.Beside;
import app.ascent.migration.spi.ContentTransfer;
import app.ascent.migration.spi.ContentTransfer.Outcome.Fetched;
import app.ascent.migration.spi.ContentTransfer.Outcome.Nothing;
import app.ascent.migration.spi.ContentTransfer.Outcome.Refused;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Loads records of a type that stand for content, the newest first, when all of them are staged. A batch is mapped, then what is
 * new of it is fetched, one record after the other, and at last all of it is written at once: whoever is interrupted fetches no more
 * than a batch again. Where a batch cannot be written, each of its records is written alone, with what was fetched for it.
 */
@Component
class Transfers {

    /** So many are mapped at once. */
    private static final int MAPPED = 100;

    /** So many of little content are worth a transaction of their own. */
    private static final int AT_ONCE = 16;

    /** What came by then is written before more is asked for. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final BatchLoad batches;
    private final Courtesy courtesy;

    Transfers(BatchLoad batches, Courtesy courtesy) {
        this.batches = batches;
        this.courtesy = courtesy;
    }

    <S, T> void load(Work work, EntityMigration<S, T> entity, ContentTransfer<S, T> transfer, Dictionary dictionary)
            throws InterruptedException {
        work.waitFor(() -> work.lead(entity.type()).awaitEnd());
        List<Read<T>> left = newest(work, entity, dictionary);
        while (!left.isEmpty()) {
            Set<SourceId> fresh = batches.fresh(work.run(), entity, left);
            while (!left.isEmpty()) {
                work.stop().check();
                work.waitFor(courtesy::giveWay);
                List<Read<T>> fetched = fetched(work, entity, transfer, left, fresh);
                load(work, entity, transfer, fetched);
                left = left.subList(fetched.size(), left.size());
            }
            left = newest(work, entity, dictionary);
        }
    }

    private <T> List<Read<T>> newest(Work work, EntityMigration<?, T> entity, Dictionary dictionary) {
        return batches.newest(work.lease(), entity, dictionary, MAPPED).records();
    }

    /** The first ones, with what came for them. */
    private static <S, T> List<Read<T>> fetched(
            Work work,
            EntityMigration<S, T> entity,
            ContentTransfer<S, T> transfer,
            List<Read<T>> left,
            Set<SourceId> fresh)
            throws InterruptedException {
        List<Read<T>> fetched = new ArrayList<>();
        long end = System.nanoTime() + SOON.toNanos();
        int came = 0;
        for (Read<T> read : left) {
            boolean due = fresh.contains(read.id());
            fetched.add(due ? fetched(work, entity, transfer, read) : read);
            came += due ? 1 : 0;
            if (came == AT_ONCE || System.nanoTime() >= end) {
                return fetched;
            }
        }
        return fetched;
    }

    private static <S, T> Read<T> fetched(
            Work work, EntityMigration<S, T> entity, ContentTransfer<S, T> transfer, Read<T> read)
            throws InterruptedException {
        if (!(read.mapped() instanceof Mapped.Ready<T> ready)) {
            return read;
        }
        if (!work.run().kind().reads()) {
            return read.as(beside(transfer, ready, transfer.withoutSource()));
        }
        S source = Payload.read(read.record().payload(), entity.payload()).source();
        ContentTransfer.Outcome<T> outcome = work.waitFor(() -> transfer.fetch(work.run(), source, ready.target()));
        work.watch().pageCame();
        return switch (outcome) {
            case Fetched<T>(var content) -> read.with(content);
            case Nothing<T> _ -> read;
            case Refused<T>(var why) -> read.as(beside(transfer, ready, why));
        };
    }

    private static <T> Mapped<T> beside(ContentTransfer<?, T> transfer, Mapped.Ready<T> instead, Mapped<T> refused) {
        Beside place = transfer.beside(instead.target());
        return switch (refused) {
            case Mapped.Skipped<T>(Finding reason) -> new Mapped.Skipped<>(reason.beside(place));
            case Mapped.Rejected<T>(List<Finding> problems) ->
                new Mapped.Rejected<>(
                        problems.stream().map(problem -> problem.beside(place)).toList());
            case Mapped.LeftOut<T> _, Mapped.Ready<T> _ -> refused;
        };
    }

    /** A payload that came again meanwhile is mapped anew with a later batch; what was fetched for it is kept under the same hash. */
    private <T> void load(Work work, EntityMigration<?, T> entity, ContentTransfer<?, T> transfer, List<Read<T>> batch)
            throws InterruptedException {
        try {
            batches.load(
                    work.lease(),
                    entity,
                    new Prepared<>(batch, batch.getLast().id().value()));
        } catch (BatchFailed failed) {
            if (batch.size() == 1) {
                Finding fault = DataFault.finding(failed.reason());
                batches.fail(
                        work.lease(),
                        entity,
                        Loading.range(failed.ids()),
                        batch.getFirst().mapped() instanceof Mapped.Ready<T> ready
                                ? fault.beside(transfer.beside(ready.target()))
                                : fault);
                return;
            }
            for (Read<T> each : batch) {
                work.stop().check();
                load(work, entity, transfer, List.of(each));
            }
        }
    }
}
