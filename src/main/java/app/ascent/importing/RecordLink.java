package app.ascent.importing;

import app.ascent.autotask.Wanted;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.DeferredLink;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.imports.ImportDeed;
import app.ascent.record.imports.ImportTelling;
import app.ascent.record.table.InnerLinks;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A link of records to others of their kind, such as a parent, as an import sets it. */
public final class RecordLink implements DeferredLink {

    /**
     * What is said of it.
     *
     * @param auditedAs what audit entries call a record of the kind
     * @param label of the link on the record's page
     * @param its beginning of a sentence, "Its parent company"
     * @param without the end of it: "No parent client comes from there."
     * @param circular why one in a circle is left out, or null for what is usually said; see {@link #circular()}
     */
    public record Words(String auditedAs, String label, String its, String without, @Nullable String circular) {}

    private final String field;
    private final InnerLinks links;
    private final boolean circles;
    private final Function<UUID, Object> ids;
    private final Words words;
    private final ImportBatch batches;

    /**
     * @param field Autotask's name for it
     * @param circles whether such links must not form circles
     * @param ids makes of an id that of a record of the kind
     */
    public RecordLink(
            String field,
            InnerLinks links,
            boolean circles,
            Function<UUID, Object> ids,
            Words words,
            ImportBatch batches) {
        this.field = field;
        this.links = links;
        this.circles = circles;
        this.ids = ids;
        this.words = words;
        this.batches = batches;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public boolean withinType() {
        return true;
    }

    @Override
    public List<Chosen> chosen(RunContext run, List<Wanted> page) {
        return links.chosen(run.organization(), wanted(page)).stream()
                .map(each ->
                        new Chosen(new TargetId(each.record()), target(each.stands()), new TargetId(each.wanted())))
                .toList();
    }

    @Override
    public void set(RunContext run, List<Wanted> page) {
        links.set(run.organization(), wanted(page), run.conflicts() == Conflicts.AUTOTASK_WINS);
    }

    private static List<InnerLinks.Wanted> wanted(List<Wanted> page) {
        return page.stream()
                .map(each -> new InnerLinks.Wanted(each.record().value(), id(each.target()), id(each.lastWritten())))
                .toList();
    }

    @Override
    public boolean cutsCircles() {
        return circles;
    }

    @Override
    public List<Standing> standing(RunContext run, Collection<TargetId> records) {
        return links
                .standing(
                        run.organization(),
                        run.source().system(),
                        run.source().database(),
                        records.stream().map(TargetId::value).toList())
                .stream()
                .map(each -> new Standing(
                        new TargetId(each.record()),
                        target(each.target()),
                        each.source() == null ? null : new SourceId(each.source())))
                .toList();
    }

    @Override
    public List<List<InCircle>> circles(RunContext run) {
        List<List<InnerLinks.Link>> found = links.circles(run.organization());
        List<TargetId> members = found.stream()
                .flatMap(List::stream)
                .map(each -> new TargetId(each.record()))
                .toList();
        Map<TargetId, @Nullable SourceId> sources = new HashMap<>();
        if (!members.isEmpty()) {
            standing(run, members).forEach(each -> sources.put(each.record(), each.source()));
        }
        return found.stream()
                .map(circle ->
                        circle.stream().map(each -> inCircle(each, sources)).toList())
                .toList();
    }

    private static InCircle inCircle(InnerLinks.Link link, Map<TargetId, @Nullable SourceId> sources) {
        TargetId record = new TargetId(link.record());
        return new InCircle(record, new TargetId(link.target()), sources.get(record));
    }

    @Override
    public void put(RunContext run, Map<TargetId, @Nullable TargetId> targets) {
        Map<UUID, @Nullable UUID> byId = new LinkedHashMap<>();
        targets.forEach((record, target) -> byId.put(record.value(), id(target)));
        links.put(run.organization(), byId);
    }

    @Override
    public void tellLost(RunContext run, List<Moved> moved) {
        tell(run, batches.deed(run), moved);
    }

    @Override
    public void tellGivenBack(RunContext run, List<Moved> moved) {
        tell(run, batches.givenBack(run), moved);
    }

    private void tell(RunContext run, ImportDeed deed, List<Moved> moved) {
        Map<TargetId, String> names = names(
                run,
                moved.stream()
                        .flatMap(each -> Stream.of(each.record(), each.before(), each.after()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        batches.telling()
                .lines(
                        run.organization(),
                        deed,
                        words.auditedAs(),
                        moved.stream()
                                .map(each -> new ImportTelling.Line(
                                        each.record().value(),
                                        names.getOrDefault(
                                                each.record(), each.record().toString()),
                                        words.label(),
                                        each.before() == null ? null : names.get(each.before()),
                                        each.after() == null ? null : names.get(each.after())))
                                .toList());
    }

    @Override
    public Map<TargetId, String> names(RunContext run, Collection<TargetId> records) {
        Map<Object, TargetId> byId = new HashMap<>();
        records.forEach(record -> byId.put(ids.apply(record.value()), record));
        Map<TargetId, String> names = new HashMap<>();
        batches.names()
                .of(run.organization(), byId.keySet())
                .forEach((id, name) -> names.put(Objects.requireNonNull(byId.get(id)), name));
        return names;
    }

    @Override
    public String missing(SourceRef to, Resolution resolution) {
        return MissingCompany.why(words.its(), to, resolution) + ". " + words.without();
    }

    @Override
    public @Nullable String circular() {
        return words.circular();
    }

    private static @Nullable TargetId target(@Nullable UUID id) {
        return id == null ? null : new TargetId(id);
    }

    private static @Nullable UUID id(@Nullable TargetId target) {
        return target == null ? null : target.value();
    }
}
