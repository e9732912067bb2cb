package app.ascent.journey;

import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RemarkedValue;
import app.ascent.migration.spi.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the record list as its address holds them. What nobody knows counts as not given: an old link should
 * still open a list.
 *
 * @param outcome as the API names it, in small letters, or {@value #PULLED}
 * @param kind whose types are meant, all of them; {@code entity=kind:contracts} says the same, as one choice of a list
 * @param open the row that is opened, as {@code entity.sourceId.code}
 * @param result what loading did to the records, in small letters
 * @param field whose {@code value} was remarked on; without a value, those that have none
 * @param run number of the run; none is the last one that came to its end
 */
public record IssueFilter(
        @Nullable String outcome,
        @Nullable String kind,
        @Nullable String entity,
        @Nullable String code,
        @Nullable String open,
        @Nullable String result,
        @Nullable String field,
        @Nullable String value,
        @Nullable Integer run) {

    /** The outcome of a list of all records, whatever became of them. */
    public static final String PULLED = "pulled";

    /** Before the name of a kind, among the types that can be chosen. */
    public static final String KIND = "kind:";

    private static final List<String> RESULTS = List.of("created", "updated", "unchanged", "linked");

    public IssueFilter {
        outcome = known(outcome);
        kind = blank(kind);
        entity = blank(entity);
        if (entity != null && entity.startsWith(KIND)) {
            kind = entity.substring(KIND.length());
            entity = null;
        }
        code = blank(code);
        open = blank(open);
        result = result != null && RESULTS.contains(result) ? result : null;
        field = blank(field);
        value = blank(value);
    }

    /** Of the last run that came to its end. */
    public IssueFilter(
            @Nullable String outcome,
            @Nullable String entity,
            @Nullable String code,
            @Nullable String open,
            @Nullable String result,
            @Nullable String field,
            @Nullable String value) {
        this(outcome, null, entity, code, open, result, field, value, null);
    }

    public static IssueFilter of(@Nullable String outcome, @Nullable String entity, @Nullable String code) {
        return new IssueFilter(outcome, entity, code, null, null, null, null);
    }

    /** Records whose value of a field was remarked on; null for those that have none. */
    public static IssueFilter ofValue(String entity, String field, @Nullable String value) {
        return new IssueFilter("warned", entity, Reason.UNKNOWN_VALUE.code(), null, null, field, value);
    }

    /** Loaded records that were created, updated, left unchanged or linked. */
    public static IssueFilter ofResult(@Nullable String entity, String result) {
        return new IssueFilter("loaded", entity, null, null, result, null, null);
    }

    /** The same of all types of a kind. */
    public IssueFilter ofKind(String whole) {
        return new IssueFilter(outcome, whole, null, code, open, result, field, value, run);
    }

    public RecordFilter forReports() {
        return new RecordFilter(
                kind,
                entity,
                what(),
                code,
                null,
                result == null ? null : result.toUpperCase(Locale.ROOT),
                field == null ? null : new RemarkedValue(field, value),
                run);
    }

    @Nullable
    public Outcome what() {
        return outcome == null || pulled() ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    public boolean pulled() {
        return PULLED.equals(outcome);
    }

    public boolean narrowed() {
        return entity != null || code != null || !tabular();
    }

    /** Whether the table to download knows the same filters. */
    public boolean tabular() {
        return kind == null && result == null && field == null && !pulled();
    }

    public IssueFilter with(@Nullable String otherOutcome) {
        return new IssueFilter(otherOutcome, kind, entity, code, null, null, null, null, run);
    }

    /** All of one outcome, of the same run. */
    public IssueFilter cleared() {
        return new IssueFilter(outcome, null, null, null, null, null, null, null, run);
    }

    /** The same list, of those that have a value in a field alone. */
    public IssueFilter having(String otherField, String otherValue) {
        return new IssueFilter(outcome, kind, entity, code, null, null, otherField, otherValue, run);
    }

    /** The list's address with these filters, without page and opened row. */
    public String address(String issues) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(issues);
        add(address, "outcome", outcome);
        add(address, "kind", kind);
        add(address, "entity", entity);
        add(address, "code", code);
        add(address, "result", result);
        add(address, "field", field);
        add(address, "value", value);
        add(address, "run", run == null ? null : run.toString());
        return address.build().encode().toUriString();
    }

    /** The address of the API's table with the same filters, in the API's words. */
    public String csv(String table) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(table);
        Outcome what = what();
        add(address, "outcome", what == null ? null : what.name());
        add(address, "entity", entity);
        add(address, "code", code);
        add(address, "run", run == null ? null : run.toString());
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String known(@Nullable String outcome) {
        return Stream.concat(
                        Arrays.stream(Outcome.values()).map(each -> each.name().toLowerCase(Locale.ROOT)),
                        Stream.of(PULLED))
                .filter(name -> name.equals(outcome))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
