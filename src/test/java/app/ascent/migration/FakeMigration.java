package app.ascent.migration;

import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceDetails;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.SourceRow;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parents, which may stand under each other, and children, which need a parent; both land in {@link FakeTargets}. A type that
 * depends on none is one of parents; where children may have parents of several types, their kind says which.
 */
record FakeMigration(
        EntityType type, EntityType kind, Set<EntityType> dependsOn, FakeSource source, FakeTargets targets)
        implements EntityMigration<FakeMigration.Sent, FakeMigration.Fields> {

    static final Reason SAME_NAME = Reason.remark("SAME_NAME");
    static final Reason SAME_EMAIL = Reason.remark("SAME_EMAIL");

    static final EntityType PARENTS = new EntityType("parents");
    static final EntityType CHILDREN = new EntityType("children");

    /** Children that nobody edits. */
    static final EntityType NOTES = new EntityType("notes");

    FakeMigration(EntityType type, Set<EntityType> dependsOn, FakeSource source, FakeTargets targets) {
        this(type, type, dependsOn, source, targets);
    }

    FakeMigration(EntityType type, FakeSource source, FakeTargets targets) {
        this(type, type.equals(PARENTS) ? Set.of() : Set.of(PARENTS), source, targets);
    }

    record Sent(
            long id,
            @Nullable String name,
            @Nullable String note,
            @Nullable String kind,
            @Nullable Long parent,
            @Nullable String email,
            @Nullable Long colour) {}

    /** The fields an import writes; the parent of a child is one of them, that of a parent is linked later. */
    record Fields(String name, @Nullable String note, @Nullable String kind, @Nullable TargetId parent) {}

    private boolean isParents() {
        return dependsOn.isEmpty();
    }

    @Override
    public boolean editedByPeople() {
        return !type.equals(NOTES);
    }

    @Override
    public Class<Sent> payload() {
        return Sent.class;
    }

    @Override
    public Class<Fields> target() {
        return Fields.class;
    }

    @Override
    public SourcePlan plan(RunContext run) throws InterruptedException {
        source.asked(type);
        long taken = source.count(type, run.scope());
        return new SourcePlan(
                taken,
                source.count(type) - taken,
                isParents() ? List.of() : List.of(new SourcePlan.Notice("LOOK", "Look at these.")));
    }

    @Override
    public Dictionary dictionary(RunContext run) {
        source.answering();
        return type.equals(PARENTS)
                ? new Dictionary(Map.of(
                        "parents.kind",
                        Map.of(
                                "1", new Dictionary.Entry("1", "Plain", true, true, null),
                                "2", new Dictionary.Entry("2", "Odd", true, false, null))))
                : Dictionary.EMPTY;
    }

    @Override
    public SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException {
        return source.fetch(type, segment, from);
    }

    @Override
    public List<String> waves(Scope scope) {
        return source.waves(type, scope.history());
    }

    @Override
    public boolean narrowedBy(Scope.History history) {
        return source.isFiltered(type) && history != Scope.History.ALL;
    }

    @Override
    public boolean divisible() {
        return true;
    }

    @Override
    public SourcePlan.Notice fewer(long counted, long pulled) {
        return new SourcePlan.Notice("FEWER", counted + " were counted and " + pulled + " came.");
    }

    @Override
    public SourcePlan.Notice unreadable(long rows) {
        return new SourcePlan.Notice("UNREADABLE", rows + " rows are nobody's.");
    }

    @Override
    public List<SourceRow> reread(RunContext run, List<SourceId> records) throws InterruptedException {
        return source.reread(type, records);
    }

    @Override
    public List<DecidableField> decidable() {
        return type.equals(PARENTS)
                ? List.of(new DecidableField(
                        "kind",
                        organization -> targets.kinds(),
                        "PLAIN",
                        (entry, offered) -> entry.label().equals("Plain") ? "PLAIN" : null))
                : List.of();
    }

    @Override
    public Set<Reason> reasons() {
        return type.equals(PARENTS) ? Set.of(SAME_NAME) : type.equals(CHILDREN) ? Set.of(SAME_EMAIL) : Set.of();
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                isParents() ? new Comparison(SAME_NAME, "name", false) : new Comparison(SAME_EMAIL, "email", true));
    }

    @Override
    public String name(Sent sent) {
        return String.valueOf(sent.name());
    }

    @Override
    public List<SourceRef> references(Sent sent) {
        SourceRef parent = parentOf(sent);
        return isParents() || parent == null ? List.of() : List.of(parent);
    }

    @Override
    public List<Lookup.Key> lookUps(Sent sent) {
        return isParents() && sent.colour() != null
                ? List.of(FakeLookup.COLOURS.key(sent.colour()), FakeLookup.BADGES.key(sent.id()))
                : List.of();
    }

    private static @Nullable SourceRef parentOf(Sent sent) {
        return sent.parent() == null
                ? null
                : new SourceRef(
                        sent.kind() == null ? PARENTS : new EntityType(sent.kind()), new SourceId(sent.parent()));
    }

    @Override
    public Mapped<Fields> map(SourceId id, Sent sent, References references) {
        String name = String.valueOf(sent.name());
        return switch (name) {
            case "skip" -> new Mapped.Skipped<>(Finding.of(Reason.PARENT_NOT_IMPORTED, "parent", "on purpose"));
            case "reject" -> new Mapped.Rejected<>(List.of(Finding.of(Reason.INVALID_VALUE, "name", name)));
            case "boom" -> throw new IllegalArgumentException("A mapper with a fault");
            default -> isParents() ? parent(sent, name, references) : child(sent, name, references);
        };
    }

    private Mapped<Fields> parent(Sent sent, String name, References references) {
        List<Finding> findings = new ArrayList<>();
        Set<String> unresolved = new HashSet<>();
        String note = sent.colour() == null ? sent.note() : adornment(sent, sent.colour(), references, unresolved);
        String kind = references
                .dictionary()
                .find("parents.kind", sent.kind())
                .map(Dictionary.Entry::target)
                .orElse(null);
        if (kind == null) {
            findings.add(Finding.unknownValue("kind", sent.kind(), null, "PLAIN"));
        }
        return new Mapped.Ready<>(
                new Fields(name, note, kind == null ? "PLAIN" : kind, null),
                new SourceDetails(new TreeMap<>(Map.of("name", name)), Map.of()),
                findings,
                Map.of(SAME_NAME, name),
                sent.parent() == null
                        ? Map.of()
                        : Map.of("parent", new SourceRef(PARENTS, new SourceId(sent.parent()))),
                new Mapped.Unsaid(unresolved, Set.of(), Map.of()));
    }

    private @Nullable String adornment(Sent sent, long colour, References references, Set<String> unresolved) {
        Looked<FakeLookup.Colour> colours = references.look(FakeLookup.COLOURS, colour);
        Looked<FakeLookup.Badge> badges = references.look(FakeLookup.BADGES, sent.id());
        if (colours instanceof Looked.Rows<FakeLookup.Colour> named
                && badges instanceof Looked.Rows<FakeLookup.Badge>(List<FakeLookup.Badge> worn)) {
            return Stream.concat(
                            named.first().map(FakeLookup.Colour::name).stream(),
                            worn.stream().map(badge -> coloured(badge, references)))
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }
        unresolved.add(sourceField("note"));
        return null;
    }

    private static @Nullable String coloured(FakeLookup.Badge badge, References references) {
        return badge.colour() == null
                ? badge.name()
                : references
                        .look(FakeLookup.COLOURS, badge.colour())
                        .first()
                        .map(colour -> colour.name() + "-" + badge.name())
                        .orElse(badge.name());
    }

    private Mapped<Fields> child(Sent sent, String name, References references) {
        SourceRef reference = parentOf(sent);
        if (reference == null) {
            return new Mapped.Skipped<>(Finding.of(Reason.PARENT_NOT_IMPORTED, "parent", null));
        }
        Finding missing = Finding.parentMissing("parent", reference);
        return switch (references.resolve(reference)) {
            case Resolution.Loaded(TargetId target) ->
                new Mapped.Ready<>(
                        new Fields(name, sent.note(), null, target),
                        new SourceDetails(Map.of(), Map.of()),
                        List.of(),
                        sent.email() == null ? Map.of() : Map.of(SAME_EMAIL, sent.email()),
                        Map.of());
            case Resolution.NotLoaded notLoaded ->
                new Mapped.Skipped<>(missing.saying("Its parent: " + notLoaded.reason()));
            case Resolution.Gone gone -> new Mapped.Skipped<>(missing.saying("Gone: " + gone.name()));
            case Resolution.Unknown unknown -> new Mapped.Skipped<>(missing);
            case Resolution.LeftOut leftOut -> new Mapped.Skipped<>(missing);
        };
    }

    @Override
    public String sourceField(String field) {
        return "source." + field;
    }

    @Override
    public Set<String> sourceFields(String field) {
        return field.equals("note") ? Set.of(field, "colour") : Set.of(field);
    }

    @Override
    public Map<SourceId, Match> match(RunContext run, Map<SourceId, Fields> unseen) {
        return targets.match(type, run.organization(), unseen);
    }

    @Override
    public Map<TargetId, TargetState> states(RunContext run, Collection<TargetId> ids) {
        return targets.states(run.organization(), ids);
    }

    @Override
    public Map<TargetId, Fields> read(RunContext run, Collection<TargetId> ids) {
        return targets.read(run.organization(), ids);
    }

    @Override
    public void save(RunContext run, List<Save<Fields>> batch) {
        targets.save(type, run, batch);
    }

    @Override
    public List<Afterwards> afterwards() {
        return isParents() ? List.of(new FakeLink(targets)) : List.of();
    }
}
