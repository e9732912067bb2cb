package app.ascent.journey.report;

import app.ascent.journey.Figure;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.KindRows;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.ScopeWords;
import app.ascent.journey.Totals;
import app.ascent.journey.report.ReportView.Line;
import app.ascent.journey.report.ReportView.Sum;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.spi.Scope;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table that shows its own sum: pulled = loaded + skipped + failed, with loaded opened into its parts. */
@Component
class CountTable {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final ScopeWords scopes;

    CountTable(Formats formats, Texts texts, RecordTypes types, ScopeWords scopes) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.scopes = scopes;
    }

    /** @param root address of the migration, for figures that lead to their records; null for an earlier run */
    Sum of(List<EntityProgress> entities, Scope scope, @Nullable String root) {
        long missing = entities.stream()
                .mapToLong(entity -> Totals.of(entity).missing())
                .sum();
        Totals totals = Totals.of(entities);
        return new Sum(
                KindRows.of(entities, EntityProgress::kind).stream()
                        .flatMap(kind -> lines(kind, root))
                        .toList(),
                line(false, texts.say("total"), null, totals, root, null, null),
                missing == 0 ? null : texts.say("sum.off", missing),
                totals.done() && totals.fewer() > 0 ? texts.say("sum.fewer", totals.fewer()) : null,
                scopes.said(scope, entities));
    }

    /** A line for the kind; where it has several types, their sum, and a line for each below. */
    private Stream<Line> lines(KindRows<EntityProgress> kind, @Nullable String root) {
        if (!kind.parted()) {
            EntityProgress type = kind.rows().getFirst();
            String entity = type.entity();
            return Stream.of(
                    line(false, types.plural(entity), types.into(entity), Totals.of(type), root, null, entity));
        }
        Line sum = line(
                false,
                types.plural(kind.kind()),
                types.into(kind.kind()),
                Totals.of(kind.rows()),
                root,
                kind.kind(),
                null);
        return Stream.concat(
                Stream.of(sum),
                kind.rows().stream()
                        .map(type -> line(
                                true, types.part(type.entity()), null, Totals.of(type), root, null, type.entity())));
    }

    private Line line(
            boolean part,
            String name,
            @Nullable String into,
            Totals totals,
            @Nullable String root,
            @Nullable String kind,
            @Nullable String entity) {
        return new Line(
                part,
                name,
                into,
                linked(totals.pulled(), root, kind, IssueFilter.of(IssueFilter.PULLED, entity, null)),
                linked(totals.loaded(), root, kind, IssueFilter.of("loaded", entity, null)),
                linked(totals.created(), root, kind, IssueFilter.ofResult(entity, "created")),
                linked(totals.updated(), root, kind, IssueFilter.ofResult(entity, "updated")),
                linked(totals.unchanged(), root, kind, IssueFilter.ofResult(entity, "unchanged")),
                linked(totals.linked(), root, kind, IssueFilter.ofResult(entity, "linked")),
                linked(totals.skipped(), root, kind, IssueFilter.of("skipped", entity, null)),
                linked(totals.failed(), root, kind, IssueFilter.of("failed", entity, null)),
                linked(totals.warnings(), root, kind, IssueFilter.of("warned", entity, null)));
    }

    private Figure linked(long count, @Nullable String root, @Nullable String kind, IssueFilter filter) {
        return root == null
                ? Figure.of(count, formats)
                : Figure.of(count, formats, (kind == null ? filter : filter.ofKind(kind)).address(root + "/issues"));
    }
}
