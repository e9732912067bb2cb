package app.ascent.importing.web.page;

import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of the record list as its address holds them. What nobody knows counts as not given: an old link should
 * still open a list.
 *
 * @param open the row that is opened, as {@code entity.sourceId.code}
 */
record IssueFilter(@Nullable String outcome, @Nullable String entity, @Nullable String code, @Nullable String open) {

    IssueFilter {
        outcome = known(outcome);
        entity = blank(entity);
        code = blank(code);
        open = blank(open);
    }

    RecordFilter forReports() {
        return new RecordFilter(entity, what(), code, null);
    }

    @Nullable
    Outcome what() {
        return outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    boolean narrowed() {
        return entity != null || code != null;
    }

    IssueFilter with(@Nullable String otherOutcome) {
        return new IssueFilter(otherOutcome, entity, code, null);
    }

    /** The list's address with these filters, without page and opened row. */
    String address(String issues) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(issues);
        add(address, "outcome", outcome);
        add(address, "entity", entity);
        add(address, "code", code);
        return address.build().encode().toUriString();
    }

    /** The address of the API's table with the same filters, in the API's words. */
    String csv(String table) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(table);
        Outcome what = what();
        add(address, "outcome", what == null ? null : what.name());
        add(address, "entity", entity);
        add(address, "code", code);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String known(@Nullable String outcome) {
        return Arrays.stream(Outcome.values())
                .filter(each -> each != Outcome.LOADED)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .filter(name -> name.equals(outcome))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
