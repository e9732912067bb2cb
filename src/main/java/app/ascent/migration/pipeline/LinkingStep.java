package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Change;
import app.ascent.migration.idmap.Changes;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Linking;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.Findings;
import app.ascent.migration.staging.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The step after the last batch of one entity type; collects what it is told and writes it in bulk. */
final class LinkingStep implements Linking {

    private static final int BATCH = 1_000;

    private final RunContext run;
    private final EntityType type;
    private final LinkedRecords records;
    private final Resolutions resolutions;
    private final IdMap idMap;
    private final Changes changes;
    private final Findings findings;

    private final Map<String, Map<SourceId, @Nullable TargetId>> written = new HashMap<>();
    private final List<Map.Entry<SourceId, Finding>> reported = new ArrayList<>();
    private int reports;

    LinkingStep(
            RunContext run,
            EntityType type,
            LinkedRecords records,
            Resolutions resolutions,
            IdMap idMap,
            Changes changes,
            Findings findings) {
        this.run = run;
        this.type = type;
        this.records = records;
        this.resolutions = resolutions;
        this.idMap = idMap;
        this.changes = changes;
        this.findings = findings;
    }

    @Override
    public void each(String field, Consumer<List<Link>> batch) {
        long after = Long.MIN_VALUE;
        while (true) {
            List<LinkedRecords.Linked> page = records.page(field, after, BATCH);
            if (page.isEmpty()) {
                return;
            }
            after = page.getLast().id().value();
            List<Link> links =
                    links(page.stream().filter(LinkedRecords.Linked::concerned).toList());
            if (!links.isEmpty()) {
                batch.accept(links);
                flush();
            }
        }
    }

    private List<Link> links(List<LinkedRecords.Linked> page) {
        List<SourceRef> targets = page.stream()
                .map(LinkedRecords.Linked::to)
                .filter(Objects::nonNull)
                .toList();
        Map<SourceRef, Resolution> resolved = resolutions.resolve(run, targets);
        // A reference to what the Owner left out is no news: what stands in its place stays.
        return page.stream()
                .map(each -> new Link(
                        each.id(),
                        each.target(),
                        each.to(),
                        each.to() == null ? null : resolved.getOrDefault(each.to(), new Resolution.Unknown()),
                        each.lastWritten(),
                        each.readAt()))
                .filter(link -> !(link.resolution() instanceof Resolution.LeftOut))
                .toList();
    }

    @Override
    public void written(String field, SourceId record, @Nullable TargetId target) {
        written.computeIfAbsent(field, name -> new LinkedHashMap<>()).put(record, target);
    }

    @Override
    public void report(SourceId record, Finding finding) {
        reported.add(Map.entry(record, finding));
        if (reported.size() >= BATCH) {
            flush();
        }
    }

    void flush() {
        written.forEach(this::remember);
        written.clear();
        findings.addLate(run, type, reported, reports);
        reports += reported.size();
        reported.clear();
    }

    private void remember(String field, Map<SourceId, @Nullable TargetId> targets) {
        List<IdMap.Relinked> changed = idMap.putLinked(run, type, field, targets);
        if (!changed.isEmpty()) {
            records.markUpdated(changed.stream().map(IdMap.Relinked::source).toList());
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
                                reference(field, targets.get(each.source()))))
                        .toList());
    }

    private static String reference(String field, @Nullable Object target) {
        return Json.write(Collections.singletonMap(field, target == null ? null : target.toString()));
    }
}
