package app.ascent.migration.pipeline;

import app.ascent.database.Courtesy;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourceRow;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pulls all records of one segment into staging, page by page. */
@Component
class Extraction {

    private static final Logger log = LoggerFactory.getLogger(Extraction.class);

    private final Planning planning;
    private final PullSegments segments;
    private final PageStaging pages;
    private final PipelineMeters meters;
    private final Courtesy courtesy;
    private final StagingTurns turns;

    Extraction(
            Planning planning,
            PullSegments segments,
            PageStaging pages,
            PipelineMeters meters,
            Courtesy courtesy,
            StagingTurns turns) {
        this.planning = planning;
        this.segments = segments;
        this.pages = pages;
        this.meters = meters;
        this.courtesy = courtesy;
        this.turns = turns;
    }

    void extract(Work work, Pulled entity, SegmentId id) throws InterruptedException {
        PullSegment segment = segments.get(id);
        if (!segment.done()) {
            try (NextPage next = new NextPage(work, entity)) {
                next.ask(segment.segment(), segment.cursor());
                segment = stageAll(work, entity, next, segment);
            }
        }
        log.info("Pulled {} {}", segment.pulled(), entity.type());
    }

    /**
     * The source is asked for the next page while one is written. When it says that there is no further one, though fewer
     * came than it counted, it is asked once more.
     */
    private PullSegment stageAll(Work work, Pulled entity, NextPage next, PullSegment from)
            throws InterruptedException {
        PullSegment segment = from;
        while (!segment.done()) {
            Optional<SourcePage> asked = next.await();
            if (asked.isEmpty()) {
                return segment;
            }
            SourcePage page = asked.get();
            long counted = 0;
            if (page.last()) {
                counted = planning.count(work, entity);
            } else {
                refuseStandstill(entity, page, segment);
                if (highest(page) < segment.segment().upTo()) {
                    next.ask(segment.segment(), page.next());
                }
            }
            work.waitFor(courtesy::giveWay);
            Optional<PageStaging.Position> position = stage(work, entity, segment, page, counted);
            if (position.isEmpty()) {
                return segment;
            }
            segment = position.get().segment();
            if (page.last() && !segment.done()) {
                next.ask(segment.segment(), segment.cursor());
            }
            work.lead(entity.type()).reopened(position.get().again());
            work.lead(entity.type()).pulled(segment, position.get().fresh(), step(page));
            meters.pulled(entity.type(), position.get().fresh());
            work.watch().pageCame();
        }
        return segment;
    }

    private Optional<PageStaging.Position> stage(
            Work work, Pulled entity, PullSegment segment, SourcePage page, long counted) throws InterruptedException {
        return turns.take(work, () -> pages.stage(work.lease(), entity, segment.id(), page, counted));
    }

    private static void refuseStandstill(Pulled entity, SourcePage page, PullSegment segment) {
        if (page.next() == null || page.next().equals(segment.cursor())) {
            throw new SourceFailure.Unreadable(
                    "unexpected-answer",
                    "The source sent a page of " + entity.type() + " that leads no further, and says that more follow.",
                    null);
        }
    }

    /** Ids a record, in the second half of the page: a gap before it says nothing of what follows. */
    private static double step(SourcePage page) {
        List<Long> ids = page.rows().stream()
                .map(SourceRow::id)
                .map(SourceId::value)
                .sorted()
                .toList();
        int middle = ids.size() / 2;
        return middle >= ids.size() - 1
                ? 1
                : Math.max(1, (double) (ids.getLast() - ids.get(middle)) / (ids.size() - 1 - middle));
    }

    static long highest(SourcePage page) {
        return page.rows().stream()
                .map(SourceRow::id)
                .mapToLong(id -> id.value())
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
