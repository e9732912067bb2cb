package app.ascent.journey.inbox;

import app.ascent.importing.Reasons;
import app.ascent.journey.IssueFilter;
import app.ascent.journey.KindRows;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.Status;
import app.ascent.journey.inbox.IssuesView.Choice;
import app.ascent.journey.inbox.IssuesView.Choices;
import app.ascent.journey.inbox.IssuesView.Retry;
import app.ascent.journey.inbox.IssuesView.Row;
import app.ascent.journey.inbox.IssuesView.Tab;
import app.ascent.migration.Reports.Counts;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.RetryRows;
import app.ascent.migration.spi.Reason;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Prepares the record list: tabs with counts, filters, rows, and the row that is open. */
@Component
class IssueViews {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final Reasons reasons;
    private final RecordDetails details;

    IssueViews(Formats formats, Texts texts, RecordTypes types, Reasons reasons, RecordDetails details) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.reasons = reasons;
        this.details = details;
    }

    /** @param codes reasons that occur in this run */
    IssuesView list(
            Place place,
            IssueFilter filter,
            Counts counts,
            Page<RecordView> page,
            List<String> entities,
            Collection<String> codes) {
        String address = filter.address(place.issues());
        String paged = page.getNumber() == 0 ? address : glued(address, "page=" + page.getNumber());
        return new IssuesView(
                false,
                address,
                filter.open() == null ? paged : glued(paged, "open=" + filter.open()),
                filter.run(),
                filter.tabular()
                        ? filter.csv("/api/v1/autotask/migrations/" + place.migration() + "/report.csv")
                        : null,
                filter.narrowed() || filter.outcome() != null,
                tabs(place, filter, counts),
                KindRows.of(entities, types::kind).stream()
                        .map(kind -> choices(kind, filter))
                        .toList(),
                codes.stream()
                        .map(code -> new Choice(code, reasons.title(code), code.equals(filter.code())))
                        .toList(),
                Objects.requireNonNullElse(filter.outcome(), ""),
                filter.narrowed(),
                place.ended() && filter.kind() == null && filter.code() != null && reasons.retryable(filter.code())
                        ? new Retry(
                                filter.entity(),
                                filter.code(),
                                texts.say("retry.all", reasons.title(filter.code())),
                                paged)
                        : null,
                filter.cleared().address(place.issues()),
                page.getContent().stream()
                        .map(found -> row(place, found, paged, key(found).equals(filter.open())))
                        .toList());
    }

    /**
     * One record at an address of its own, with all its remarks; the first one is open.
     *
     * @param found what is to be said of it, at least once
     */
    IssuesView single(Place place, List<RecordView> found, @Nullable String open) {
        String first = key(found.getFirst());
        String address = place.record(found.getFirst());
        return new IssuesView(
                true,
                address,
                open == null ? address : glued(address, "open=" + open),
                place.run(),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                "",
                false,
                null,
                new IssueFilter(null, null, null, null, null, null, null, null, place.run()).address(place.issues()),
                found.stream()
                        .map(each -> row(place, each, address, key(each).equals(open == null ? first : open)))
                        .toList());
    }

    private Choices choices(KindRows<String> kind, IssueFilter filter) {
        Stream<Choice> all = kind.parted()
                ? Stream.of(new Choice(
                        IssueFilter.KIND + kind.kind(),
                        texts.say("issues.filter.kind", types.plural(kind.kind())),
                        kind.kind().equals(filter.kind())))
                : Stream.empty();
        Stream<Choice> each = kind.rows().stream()
                .map(type -> new Choice(
                        type, kind.parted() ? types.part(type) : types.plural(type), type.equals(filter.entity())));
        return new Choices(
                kind.parted() ? types.plural(kind.kind()) : null,
                Stream.concat(all, each).toList());
    }

    private List<Tab> tabs(Place place, IssueFilter filter, Counts counts) {
        long all = counts.failed() + counts.skipped() + counts.warnings();
        return List.of(
                tab(place, filter, null, "all", all),
                tab(place, filter, "failed", "failed", counts.failed()),
                tab(place, filter, "skipped", "skipped", counts.skipped()),
                tab(place, filter, "warned", "warned", counts.warnings()));
    }

    private Tab tab(Place place, IssueFilter filter, @Nullable String outcome, String key, long count) {
        return new Tab(
                filter.with(outcome).address(place.issues()),
                texts.say("issues.tab." + key),
                formats.count(count),
                Objects.equals(outcome, filter.outcome()));
    }

    private Row row(Place place, RecordView found, String address, boolean open) {
        String key = key(found);
        String id = "record-" + key.replace('.', '-');
        String opened = glued(address, "open=" + key) + "#" + id;
        return new Row(
                id,
                open ? address + "#" + id : opened,
                found.name(),
                unnamed(found),
                types.id(found.sourceId()),
                types.singular(found.entity()),
                Status.of(found.outcome()),
                found.code() == null ? null : reasons.title(found.code()),
                found.field() == null ? null : types.field(found.entity(), found.field()),
                tried(place, found),
                open ? details.of(place, found, opened) : null);
    }

    /** What came of trying the record again, or null when nobody has. */
    private @Nullable String tried(Place place, RecordView found) {
        RetryRows.Retried retried = place.retried().get(RetryRows.Key.of(found));
        if (retried == null) {
            return null;
        }
        String at = formats.time(retried.askedAt());
        if (retried.pending()) {
            return texts.say("tried.pending", at);
        }
        if (found.outcome() == Outcome.LOADED || found.outcome() == Outcome.WARNED) {
            return texts.say("tried.loaded", at);
        }
        return retried.before().equals(found.code())
                ? texts.say("tried.same", at)
                : texts.say("tried.other", at, reasons.title(retried.before()));
    }

    private String unnamed(RecordView found) {
        boolean unreadable = Reason.SOURCE_ERROR.code().equals(found.code());
        return texts.say(unreadable ? "issues.name.unreadable" : "issues.name.none");
    }

    private static String glued(String address, String parameter) {
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static String key(RecordView found) {
        String field = found.field() == null ? "" : "." + found.field();
        return found.entity() + "." + found.sourceId() + "." + found.code() + field;
    }
}
