package app.ascent.importing.attachment;

import app.ascent.autotask.client.Condition;
import app.ascent.autotask.client.EntityQuery;
import app.ascent.desk.OpenTickets;
import app.ascent.importing.AutotaskSource;
import app.ascent.migration.LoadedRecords;
import app.ascent.migration.LoadedRecords.Loaded;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks which files there are: Autotask tells it of records alone that are named, so those are named that this run has loaded, the
 * newest first, as many at once as a call may name. Where a tenant understands no list of them, each is named alone from then on.
 * A record whose list cannot be read costs itself alone.
 */
@Component
class AttachmentLists {

    private static final Logger log = LoggerFactory.getLogger(AttachmentLists.class);

    private static final List<Holder> HOLDERS = List.of(Holder.values());

    private final AutotaskSource autotask;
    private final LoadedRecords loaded;
    private final OpenTickets tickets;
    private final NamedAlone alone;

    AttachmentLists(AutotaskSource autotask, LoadedRecords loaded, OpenTickets tickets, NamedAlone alone) {
        this.autotask = autotask;
        this.loaded = loaded;
        this.tickets = tickets;
        this.alone = alone;
    }

    /**
     * Where the asking stands.
     *
     * @param holder what is asked about
     * @param bound records below this id are next
     * @param after files of them with ids up to this one have come
     */
    private record Place(int holder, long bound, long after) {

        static final Place BEGINNING = new Place(0, Long.MAX_VALUE, -1);

        static Place of(@Nullable Cursor cursor) {
            if (cursor == null) {
                return BEGINNING;
            }
            String[] parts = cursor.text().split(":");
            return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        Cursor cursor() {
            return new Cursor(holder + ":" + bound + ":" + after);
        }

        Place nextHolder() {
            return new Place(holder + 1, Long.MAX_VALUE, -1);
        }
    }

    /** @param bound below which nothing was looked at */
    private record Batch(List<Long> ids, long bound) {}

    /** @param open whether only tickets are asked about that are not closed */
    SourcePage page(RunContext run, boolean open, @Nullable Cursor from) throws InterruptedException {
        Place place = Place.of(from);
        int holders = open ? 1 : HOLDERS.size();
        while (place.holder < holders) {
            Holder holder = HOLDERS.get(place.holder);
            Batch batch = batch(run, holder, open, place.bound);
            if (!batch.ids.isEmpty()) {
                return told(run, holder, batch, place);
            }
            place = place.nextHolder();
        }
        return new SourcePage(List.of(), true, null);
    }

    private Batch batch(RunContext run, Holder holder, boolean open, long below) {
        int wanted = alone.is(run) ? 1 : Condition.MOST;
        List<Long> ids = new ArrayList<>();
        long bound = below;
        while (ids.size() < wanted) {
            List<Loaded> page = loaded.below(run, holder.owner().type(), bound, open ? Condition.MOST : wanted);
            if (page.isEmpty()) {
                break;
            }
            for (Loaded each : open ? open(run, page) : page) {
                if (ids.size() == wanted) {
                    return new Batch(ids, bound);
                }
                ids.add(each.id().value());
                bound = each.id().value();
            }
            bound = ids.size() == wanted ? bound : page.getLast().id().value();
        }
        return new Batch(ids, bound);
    }

    private List<Loaded> open(RunContext run, List<Loaded> page) {
        Set<UUID> open = tickets.among(
                run.organization(),
                page.stream().map(each -> each.target().value()).toList());
        return page.stream()
                .filter(each -> open.contains(each.target().value()))
                .toList();
    }

    private SourcePage told(RunContext run, Holder holder, Batch batch, Place place) throws InterruptedException {
        SourcePage page = asked(run, holder, batch.ids, place.after);
        Place next = page.last()
                ? new Place(place.holder, batch.bound, -1)
                : new Place(place.holder, place.bound, highest(page, place.after));
        return new SourcePage(page.rows(), false, next.cursor(), page.unreadableBefore(), 0);
    }

    private static long highest(SourcePage page, long after) {
        return page.rows().stream().mapToLong(row -> row.id().value()).max().orElse(after);
    }

    private SourcePage asked(RunContext run, Holder holder, List<Long> ids, long after) throws InterruptedException {
        try {
            return autotask.page(run, query(holder, ids), after);
        } catch (SourceFailure.Unreadable refused) {
            if (refused.code().equals("access-denied")) {
                throw refused;
            }
            if (ids.size() == 1) {
                return without(holder, ids.getFirst(), refused);
            }
        }
        return divided(run, holder, ids, after);
    }

    /** Whether it is the list that was not understood, or one of those in it. */
    private SourcePage divided(RunContext run, Holder holder, List<Long> ids, long after) throws InterruptedException {
        SourcePage first = asked(run, holder, ids.subList(0, 1), after);
        if (first.unreadable() == 0 && !understood(run, holder, ids.getFirst())) {
            alone.from(run);
            log.info("Autotask understands no list of records whose files are asked for, so each is named alone");
            return all(run, holder, ids, after, 1);
        }
        return all(run, holder, ids, after, (ids.size() + 1) / 2);
    }

    /** A list of one tells nothing that is not known, if it is understood. */
    private boolean understood(RunContext run, Holder holder, long id) throws InterruptedException {
        try {
            autotask.page(
                    run,
                    EntityQuery.of(
                            AttachmentMapper.ENTITY, Condition.in(holder.owner().field(), List.of(id))),
                    Long.MAX_VALUE - 1);
            return true;
        } catch (SourceFailure.Unreadable refused) {
            return false;
        }
    }

    /** Each stretch to its end, for all of it is one page to whoever asked. */
    private SourcePage all(RunContext run, Holder holder, List<Long> ids, long after, int stretch)
            throws InterruptedException {
        SourcePage all = new SourcePage(List.of(), true, null);
        for (int from = 0; from < ids.size(); from += stretch) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + stretch));
            long behind = after;
            SourcePage page;
            do {
                page = asked(run, holder, some, behind);
                behind = highest(page, behind);
                all = and(all, page);
            } while (!page.last());
        }
        return all;
    }

    private static SourcePage and(SourcePage one, SourcePage other) {
        return new SourcePage(
                Stream.concat(one.rows().stream(), other.rows().stream()).toList(),
                true,
                null,
                Stream.concat(one.unreadableBefore().stream(), other.unreadableBefore().stream())
                        .toList(),
                0);
    }

    private static SourcePage without(Holder holder, long id, SourceFailure.Unreadable why) {
        log.warn("The files of {} {} cannot be listed: {}", holder.owner().type(), id, why.code());
        return new SourcePage(List.of(), true, null, List.of(new SourceId(0)), 0);
    }

    private static EntityQuery query(Holder holder, List<Long> ids) {
        String field = holder.owner().field();
        return EntityQuery.of(
                AttachmentMapper.ENTITY,
                ids.size() == 1 ? Condition.eq(field, ids.getFirst()) : Condition.in(field, ids));
    }
}
