package app.ascent.migration.pipeline;

import app.ascent.migration.pipeline.LinkedRecords.Linked;
import app.ascent.migration.pipeline.ResolvedLinks.Resolved;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.DeferredLink.Standing;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells beforehand which links would close a circle, so that a run that finds the circles of an earlier one writes nothing. A
 * circle of which an import set a link earlier is closed all the same: it is cut where all of it stands.
 */
@Component
class ClosingCircles {

    /**
     * Where a record leads when all links are set.
     *
     * @param written whether that is yet to be written
     * @param imported whether an import wrote it before
     */
    private record Hop(@Nullable TargetId to, boolean written, boolean imported) {

        static final Hop NOWHERE = new Hop(null, false, false);
    }

    private final ResolvedLinks resolved;

    ClosingCircles(ResolvedLinks resolved) {
        this.resolved = resolved;
    }

    /** Of a page, those that are better not written. */
    Set<TargetId> among(RunContext run, LinkedRecords records, DeferredLink link, List<Resolved> page) {
        Map<TargetId, Resolved> own = new HashMap<>();
        page.forEach(each -> own.put(each.linked().target(), each));
        Map<TargetId, Hop> hops = new HashMap<>(hops(run, records, link, link.standing(run, own.keySet()), own));
        List<TargetId> starts = hops.keySet().stream()
                .filter(record -> hop(hops, record).written)
                .toList();
        follow(run, records, link, hops, next(hops, starts));
        return circles(hops, starts).stream()
                .filter(circle -> circle.stream().noneMatch(record -> hop(hops, record).imported))
                .flatMap(List::stream)
                .filter(record -> hop(hops, record).written)
                .collect(Collectors.toSet());
    }

    /** Upwards, all chains at once, as far as the longest of them reaches. */
    private void follow(
            RunContext run, LinkedRecords records, DeferredLink link, Map<TargetId, Hop> hops, Set<TargetId> first) {
        Set<TargetId> reached = new HashSet<>();
        Set<TargetId> open = first;
        while (!open.isEmpty()) {
            reached.addAll(open);
            Set<TargetId> unknown =
                    open.stream().filter(record -> !hops.containsKey(record)).collect(Collectors.toSet());
            if (!unknown.isEmpty()) {
                unknown.forEach(record -> hops.put(record, Hop.NOWHERE));
                List<Standing> standing = link.standing(run, unknown);
                hops.putAll(hops(run, records, link, standing, wanted(run, records, link, standing)));
            }
            open = next(hops, open);
            open.removeAll(reached);
        }
    }

    private Map<TargetId, Resolved> wanted(
            RunContext run, LinkedRecords records, DeferredLink link, List<Standing> standing) {
        List<SourceId> sources =
                standing.stream().map(Standing::source).filter(Objects::nonNull).toList();
        Map<TargetId, Resolved> wanted = new HashMap<>();
        if (!sources.isEmpty()) {
            resolved.of(run, records.those(link.field(), sources))
                    .forEach(each -> wanted.put(each.linked().target(), each));
        }
        return wanted;
    }

    private static Map<TargetId, Hop> hops(
            RunContext run,
            LinkedRecords records,
            DeferredLink link,
            List<Standing> standing,
            Map<TargetId, Resolved> wanted) {
        boolean wins = run.conflicts() == Conflicts.AUTOTASK_WINS;
        Map<TargetId, Hop> hops = new HashMap<>();
        Map<SourceId, Standing> giveWay = new HashMap<>();
        for (Standing each : standing) {
            Resolved own = wanted.get(each.record());
            hops.put(each.record(), hop(each, own, wins));
            if (wins && own != null && isChosen(each, own)) {
                giveWay.put(own.linked().id(), each);
            }
        }
        if (!giveWay.isEmpty()) {
            records.inCircles(link.field(), giveWay.keySet()).forEach(source -> {
                Standing stays = Objects.requireNonNull(giveWay.get(source));
                hops.put(stays.record(), new Hop(stays.to(), false, false));
            });
        }
        return hops;
    }

    private static boolean isChosen(Standing stands, Resolved wanted) {
        return !Objects.equals(stands.to(), wanted.linked().lastWritten())
                && !Objects.equals(stands.to(), wanted.target());
    }

    private static Hop hop(Standing stands, @Nullable Resolved link, boolean wins) {
        if (link == null) {
            return new Hop(stands.to(), false, false);
        }
        Linked linked = link.linked();
        boolean untouched = Objects.equals(stands.to(), linked.lastWritten());
        TargetId wanted = link.target();
        boolean written =
                linked.came() && !Objects.equals(stands.to(), wanted) && (untouched || wins && wanted != null);
        return written
                ? new Hop(wanted, true, false)
                : new Hop(
                        stands.to(),
                        false,
                        stands.to() != null && (untouched || stands.to().equals(wanted)));
    }

    private static Set<TargetId> next(Map<TargetId, Hop> hops, Collection<TargetId> records) {
        return records.stream()
                .map(record -> hop(hops, record).to)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<List<TargetId>> circles(Map<TargetId, Hop> hops, List<TargetId> starts) {
        List<List<TargetId>> circles = new ArrayList<>();
        Map<TargetId, TargetId> seenFrom = new HashMap<>();
        for (TargetId start : starts) {
            TargetId at = start;
            while (at != null && seenFrom.putIfAbsent(at, start) == null) {
                at = hop(hops, at).to;
            }
            if (at != null && start.equals(seenFrom.get(at))) {
                circles.add(around(hops, at));
            }
        }
        return circles;
    }

    private static List<TargetId> around(Map<TargetId, Hop> hops, TargetId start) {
        List<TargetId> circle = new ArrayList<>();
        TargetId at = start;
        do {
            circle.add(at);
            at = Objects.requireNonNull(hop(hops, at).to);
        } while (!at.equals(start));
        return circle;
    }

    private static Hop hop(Map<TargetId, Hop> hops, TargetId record) {
        return hops.getOrDefault(record, Hop.NOWHERE);
    }
}
