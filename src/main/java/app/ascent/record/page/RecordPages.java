package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import app.ascent.record.page.RecordQuery.Wider;
import app.ascent.record.table.Found;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordView;
import app.ascent.web.LastPage;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.ui.Model;

/**
 * How people look at records of one kind: a list, which says what it hides and what is on its way, and the pages of each
 * record under one head. Its kind says who may, under which address, and what a row and a page show.
 *
 * @param <I> ids of the records
 * @param <V> a record as people see it
 * @param <L> what a list is narrowed to
 */
public final class RecordPages<I extends Record, V extends RecordView<I, ?>, L> {

    private final RecordKind kind;
    private final RecordDesk<I, ?, ?, V, L> desk;
    private final ListRows<V, ?> rows;
    private final PageServices services;

    public RecordPages(RecordKind kind, RecordDesk<I, ?, ?, V, L> desk, ListRows<V, ?> rows, PageServices services) {
        this.kind = kind;
        this.desk = desk;
        this.rows = rows;
        this.services = services;
    }

    /**
     * The rows that were asked for; without any, where else such records are.
     *
     * @return whether there are none
     */
    public <Q extends RecordQuery<Q>> boolean list(Q query, Function<Q, L> filter, Model model) {
        Found<V> found = LastPage.orAsked(
                query.pageable(), asked -> desk.browse(organization(), filter.apply(query), asked), Found::page);
        show(found, model);
        if (found.page().isEmpty()) {
            model.addAttribute("elsewhere", elsewhere(query, filter));
        }
        if (found.page().getTotalElements() == 0 && !query.filtered()) {
            services.arrivals().of(organization()).ifPresent(arrival -> model.addAttribute("arrival", arrival));
        }
        return found.page().isEmpty();
    }

    /** A list of nothing, as long as it is not clear what was asked for. */
    public void nothing(ListView query, Model model) {
        show(new Found<>(Page.empty(query.pageable()), true), model);
    }

    private void show(Found<V> found, Model model) {
        model.addAttribute("page", rows.of(organization(), found.page()));
        model.addAttribute("counted", found.counted());
    }

    private <Q extends RecordQuery<Q>> @Nullable Elsewhere elsewhere(Q query, Function<Q, L> filter) {
        return query.words().isEmpty()
                ? null
                : query.wider().stream()
                        .map(wider -> elsewhere(wider, filter))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private <Q extends RecordQuery<Q>> @Nullable Elsewhere elsewhere(Wider<Q> wider, Function<Q, L> filter) {
        Page<Named> found = desk.browse(organization(), filter.apply(wider.searched()), Elsewhere.GLIMPSE)
                .page()
                .map(record -> new Named(UUID.fromString(record.address()), record.name()));
        return Elsewhere.of(
                kind.plural() + "." + wider.words(), found, wider.shown().address(kind.path()));
    }

    /** The overview of a record, whose head and what other kinds put there are in the model then. */
    public V show(UUID id, Model model) {
        V record = head(id, "overview", model);
        model.addAttribute("panels", services.panels().blocks(record.id()));
        return record;
    }

    /** The tabs once more, with what other kinds have counted meanwhile. */
    public String tabs(UUID id, String at, Model model) {
        model.addAttribute("tabs", services.panels().counted(head(id, at, model).id()));
        return kind.template("head") + " :: tabs";
    }

    public String activity(UUID id, int page, Model model) {
        V record = head(id, "activity", model);
        model.addAttribute("page", services.activity().of(desk.auditedAs(), desk.fields(), record.id(), page));
        model.addAttribute("name", record.name());
        model.addAttribute("head", kind.template("head"));
        model.addAttribute("address", kind.path() + "/" + record.address() + "/activity");
        return "record/activity";
    }

    /** What stands on top of each tab. */
    public V head(UUID id, String tab, Model model) {
        V record = desk.get(organization(), desk.id(id));
        model.addAttribute(kind.singular(), rows.of(organization(), record));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", services.panels().tabs(record.id()));
        return record;
    }

    private OrganizationId organization() {
        return services.currentUser().organization();
    }
}
