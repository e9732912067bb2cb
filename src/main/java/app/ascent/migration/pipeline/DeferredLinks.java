package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Change;
import app.ascent.migration.idmap.Changes;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.pipeline.LinkNotes.Kind;
import app.ascent.migration.pipeline.LinkNotes.Note;
import app.ascent.migration.pipeline.LinkedRecords.Linked;
import app.ascent.migration.pipeline.ResolvedLinks.Resolved;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.DeferredLink.Chosen;
import app.ascent.migration.spi.DeferredLink.InCircle;
import app.ascent.migration.spi.DeferredLink.Moved;
import app.ascent.migration.spi.DeferredLink.Wanted;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.LostLink;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.StagedRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets references that had to wait for all records of their type, in three steps: all are set, page by page; circles, which show
 * only then, are cut; and it is told and remembered, page by page, what became of each. What one step has to know of an earlier
 * one stands in {@link LinkNotes}.
 */
@Component
class DeferredLinks {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final StagedRecords staging;
    private final ResolvedLinks resolved;
    private final ClosingCircles closing;
    private final LinkNotes notes;
    private final IdMap idMap;
    private final Changes changes;
    private final Findings findings;

    DeferredLinks(
            JdbcClient jdbc,
            StagedRecords staging,
            ResolvedLinks resolved,
            ClosingCircles closing,
            LinkNotes notes,
            IdMap idMap,
            Changes changes,
            Findings findings) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.resolved = resolved;
        this.closing = closing;
        this.notes = notes;
        this.idMap = idMap;
        this.changes = changes;
        this.findings = findings;
    }

    /** @return the last record that was looked at, or null behind the last one */
    @Nullable
    Long set(RunContext run, EntityType type, DeferredLink link, long after) {
        List<Linked> page = records(run, type).page(link.field(), after, PAGE);
        List<Resolved> links = resolved.of(run, page);
        if (!links.isEmpty()) {
            set(run, type, link, links);
        }
        return next(page);
    }

    /** What people chose does not give way to a circle, which does not say who belongs to whom; and none is closed only to be cut. */
    private void set(RunContext run, EntityType type, DeferredLink link, List<Resolved> links) {
        List<Wanted> wanted = links.stream().map(Resolved::wanted).toList();
        List<Chosen> chosen = link.chosen(run, wanted);
        Set<TargetId> circular = new HashSet<>();
        if (link.cutsCircles()) {
            circular.addAll(closing.among(run, records(run, type), link, links));
        }
        if (run.conflicts() == Conflicts.AUTOTASK_WINS) {
            circular.addAll(inCircles(run, type, link, links, chosen));
        }
        link.set(
                run,
                wanted.stream()
                        .map(each -> circular.contains(each.record())
                                ? new Wanted(each.record(), null, each.lastWritten())
                                : each)
                        .toList());
        note(
                run,
                type,
                link,
                chosen.stream()
                        .filter(each -> !circular.contains(each.record()))
                        .toList());
        wanted.stream()
                .filter(each -> each.record().equals(each.target()))
                .map(Wanted::record)
                .forEach(circular::add);
        notes.circular(run, type, link.field(), circular);
    }

    private void note(RunContext run, EntityType type, DeferredLink link, List<Chosen> chosen) {
        boolean lost = run.conflicts() == Conflicts.AUTOTASK_WINS;
        notes.chosen(run, type, link.field(), lost ? Kind.LOST : Kind.KEPT, chosen);
        if (lost && !chosen.isEmpty()) {
            link.tellLost(
                    run,
                    chosen.stream()
                            .map(each -> new Moved(each.record(), each.stands(), each.wanted()))
                            .toList());
        }
    }

    /**
     * Takes the imported links off all members of a circle alike, until no circle is left that an import closed. Where a person's
     * choice had given way, it is given back.
     */
    void cut(RunContext run, EntityType type, DeferredLink link) {
        List<InCircle> imported = imported(run, type, link);
        while (!imported.isEmpty()) {
            Map<TargetId, Note> known = notes.of(
                    run,
                    type,
                    link.field(),
                    imported.stream().map(InCircle::record).toList());
            List<Moved> moved = imported.stream()
                    .map(each -> cut(each, known.get(each.record())))
                    .toList();
            Map<TargetId, @Nullable TargetId> links = new LinkedHashMap<>();
            moved.forEach(each -> links.put(each.record(), each.after()));
            link.put(run, links);
            notes.circular(run, type, link.field(), links.keySet());
            Map<SourceId, @Nullable TargetId> none = new LinkedHashMap<>();
            imported.stream().map(InCircle::source).filter(Objects::nonNull).forEach(source -> none.put(source, null));
            remember(run, type, link.field(), none);
            List<Moved> givenBack = moved.stream()
                    .filter(each -> lost(known.get(each.record())))
                    .toList();
            if (!givenBack.isEmpty()) {
                link.tellGivenBack(run, givenBack);
            }
            imported = imported(run, type, link);
        }
    }

    private static Moved cut(InCircle link, @Nullable Note note) {
        return new Moved(link.record(), link.to(), note != null && lost(note) ? note.before() : null);
    }

    private static boolean lost(@Nullable Note note) {
        return note != null && note.kind() == Kind.LOST;
    }

    /** Members of circles whose link is what an import wrote, in this run or an earlier one. */
    private List<InCircle> imported(RunContext run, EntityType type, DeferredLink link) {
        List<InCircle> members =
                link.circles(run).stream().flatMap(List::stream).toList();
        Set<SourceId> sources =
                members.stream().map(InCircle::source).filter(Objects::nonNull).collect(Collectors.toSet());
        if (sources.isEmpty()) {
            return List.of();
        }
        Map<TargetId, Set<TargetId>> written = new HashMap<>();
        resolved.of(run, records(run, type).those(link.field(), sources))
                .forEach(each -> written.put(
                        each.linked().target(),
                        Stream.of(each.target(), each.linked().lastWritten())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
        return members.stream()
                .filter(each -> written.getOrDefault(each.record(), Set.of()).contains(each.to()))
                .toList();
    }

    /**
     * @param ordinal which of the type's links it is; a record has one remark on each at most
     * @return the last record that was looked at, or null behind the last one
     */
    @Nullable
    Long conclude(RunContext run, EntityType type, DeferredLink link, int ordinal, long after) {
        List<Linked> page = records(run, type).page(link.field(), after, PAGE);
        List<Resolved> links = resolved.of(run, page);
        if (!links.isEmpty()) {
            Map<TargetId, Note> known = notes.of(
                    run,
                    type,
                    link.field(),
                    links.stream().map(each -> each.linked().target()).toList());
            Map<SourceId, @Nullable TargetId> written = new LinkedHashMap<>();
            List<Map.Entry<SourceId, Finding>> remarks = new ArrayList<>();
            for (Resolved each : links) {
                Note note = known.get(each.linked().target());
                Finding remark = remark(link, each, note);
                if (remark != null) {
                    remarks.add(Map.entry(each.linked().id(), remark));
                }
                if (note == null || note.kind() != Kind.KEPT) {
                    written.put(each.linked().id(), circular(note) ? null : each.target());
                }
            }
            remember(run, type, link.field(), written);
            findings.addLate(run, type, remarks, ordinal);
        }
        return next(page);
    }

    private static @Nullable Finding remark(DeferredLink link, Resolved each, @Nullable Note note) {
        SourceRef to = each.linked().to();
        if (to == null || each.resolution() == null) {
            return null;
        }
        if (each.target() == null) {
            return finding(link, Reason.REFERENCE_MISSING, to, link.missing(to, each.resolution()));
        }
        if (circular(note)) {
            return finding(link, Reason.CYCLE, to, link.circular());
        }
        return note != null && note.kind() == Kind.KEPT ? finding(link, Reason.LOCAL_EDIT_KEPT, to, null) : null;
    }

    private static Finding finding(DeferredLink link, Reason reason, SourceRef to, @Nullable String sentence) {
        Finding finding = Finding.of(reason, link.field(), to.id().toString());
        return sentence == null ? finding : finding.saying(sentence);
    }

    private static boolean circular(@Nullable Note note) {
        return note != null && note.kind() == Kind.CIRCULAR;
    }

    /** What stands there by an import, so that a person's edit can be told from it. */
    private void remember(RunContext run, EntityType type, String field, Map<SourceId, @Nullable TargetId> written) {
        if (written.isEmpty()) {
            return;
        }
        List<IdMap.Relinked> changed = idMap.putLinked(run, type, field, written);
        if (!changed.isEmpty()) {
            records(run, type)
                    .markUpdated(changed.stream().map(IdMap.Relinked::source).toList());
        }
        changes.add(
                run,
                type,
                changed.stream()
                        .filter(each -> !each.fresh())
                        .map(each -> new Change(
                                each.source(),
                                Outcome.UPDATED,
                                reference(field, each.before()),
                                reference(field, written.get(each.source()))))
                        .toList());
    }

    private static String reference(String field, @Nullable Object target) {
        return Json.write(Collections.singletonMap(field, target == null ? null : target.toString()));
    }

    /** @return the last record that was looked at, or null behind the last one */
    @Nullable
    Long pass(RunContext run, EntityType type, Afterwards.Pages pages, long after) {
        List<Linked> page = records(run, type).page(null, after, PAGE);
        if (!page.isEmpty()) {
            pages.settle(
                    run,
                    page.stream()
                            .map(each -> new Afterwards.Loaded(each.id(), each.target(), each.readAt()))
                            .toList());
        }
        return next(page);
    }

    /** What people would lose if their choices gave way, at most so many. A circle takes nothing from them. */
    List<LostLink> lost(RunContext run, EntityType type, DeferredLink link, int limit) {
        Map<Linked, Chosen> lost = new LinkedHashMap<>();
        Long after = Long.MIN_VALUE;
        while (after != null && lost.size() < limit) {
            List<Linked> page = records(run, type).page(link.field(), after, PAGE);
            lost.putAll(lost(run, type, link, resolved.of(run, page)));
            after = next(page);
        }
        Map<TargetId, String> names = names(run, link, lost.values());
        return lost.entrySet().stream()
                .limit(limit)
                .map(each -> new LostLink(
                        each.getKey().id(),
                        each.getKey().target(),
                        link.field(),
                        name(names, each.getValue().stands()),
                        name(names, each.getValue().wanted())))
                .toList();
    }

    private Map<Linked, Chosen> lost(RunContext run, EntityType type, DeferredLink link, List<Resolved> page) {
        if (page.isEmpty()) {
            return Map.of();
        }
        List<Chosen> chosen =
                link.chosen(run, page.stream().map(Resolved::wanted).toList());
        Set<TargetId> circular = inCircles(run, type, link, page, chosen);
        Map<TargetId, Linked> byTarget = byTarget(page);
        Map<Linked, Chosen> lost = new LinkedHashMap<>();
        chosen.stream()
                .filter(each -> !circular.contains(each.record()))
                .forEach(each -> lost.put(Objects.requireNonNull(byTarget.get(each.record())), each));
        return lost;
    }

    /** Those of what people chose that the source has in a circle. */
    private Set<TargetId> inCircles(
            RunContext run, EntityType type, DeferredLink link, List<Resolved> page, List<Chosen> chosen) {
        if (chosen.isEmpty() || !link.cutsCircles()) {
            return new HashSet<>();
        }
        Map<TargetId, Linked> byTarget = byTarget(page);
        Map<SourceId, TargetId> bySource = new HashMap<>();
        chosen.forEach(each ->
                bySource.put(Objects.requireNonNull(byTarget.get(each.record())).id(), each.record()));
        return records(run, type).inCircles(link.field(), bySource.keySet()).stream()
                .map(bySource::get)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<TargetId, Linked> byTarget(List<Resolved> page) {
        return page.stream().map(Resolved::linked).collect(Collectors.toMap(Linked::target, Function.identity()));
    }

    private static Map<TargetId, String> names(RunContext run, DeferredLink link, Collection<Chosen> lost) {
        Set<TargetId> named = new HashSet<>();
        lost.forEach(each -> {
            named.add(each.wanted());
            if (each.stands() != null) {
                named.add(each.stands());
            }
        });
        return named.isEmpty() ? Map.of() : link.names(run, named);
    }

    private static @Nullable String name(Map<TargetId, String> names, @Nullable TargetId target) {
        return target == null ? null : names.get(target);
    }

    private static @Nullable Long next(List<Linked> page) {
        return page.size() < PAGE ? null : page.getLast().id().value();
    }

    private LinkedRecords records(RunContext run, EntityType type) {
        return new LinkedRecords(jdbc, staging, run, type);
    }
}
