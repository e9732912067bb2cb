package app.ascent.migration.pipeline;

import app.ascent.migration.idmap.Change;
import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.idmap.Written;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.Processed;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.StorableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides what is to be written about one record of a batch, in memory. */
record RecordPlan<T>(RunContext run, EntityMigration<?, T> entity, Standing<T> standing) {

    Planned<T> plan(Read<T> read, @Nullable Candidate<T> candidate) {
        return switch (read.mapped()) {
            case Mapped.LeftOut<T> _ -> refused(read, RecordState.LEFT_OUT, List.of());
            case Mapped.Skipped<T>(Finding reason) -> refused(read, RecordState.SKIPPED, List.of(reason));
            case Mapped.Rejected<T>(List<Finding> problems) -> refused(read, RecordState.FAILED, reasonFirst(problems));
            case Mapped.Ready<T> ready -> plan(candidate == null ? Candidate.of(read, ready) : candidate);
        };
    }

    private Planned<T> plan(Candidate<T> candidate) {
        KnownRecord known = standing.known().get(candidate.read().id());
        if (known != null) {
            return again(candidate, known);
        }
        return switch (standing.matches().get(candidate.read().id())) {
            case null -> create(candidate, List.of());
            case Match.Several several -> create(candidate, List.of(ambiguous(several)));
            case Match.One one -> entity.editedByPeople() ? link(candidate, one) : adopt(candidate, one.target());
        };
    }

    private Planned<T> again(Candidate<T> candidate, KnownRecord known) {
        TargetState state = standing.states().get(known.target());
        if (state == null) {
            return deleted(candidate);
        }
        // A record that comes twice in a run was created, or linked, all the same.
        boolean twice = known.run().equals(run.run()) && known.outcome() != Outcome.UNCHANGED;
        boolean unchanged = entity.editedByPeople()
                ? candidate.unchangedSince(known, state, run.conflicts())
                : candidate.sameAs(known);
        if (unchanged) {
            return Planned.nothing(loaded(candidate, twice ? known.outcome() : Outcome.UNCHANGED, List.of()));
        }
        return entity.editedByPeople()
                ? merged(candidate, known, state, twice)
                : overwritten(
                        candidate,
                        Save.Kind.UPDATE,
                        candidate.became(
                                known.target(),
                                candidate.fingerprint(),
                                known.createdBy(),
                                run,
                                twice ? known.outcome() : Outcome.UPDATED));
    }

    private Planned<T> merged(Candidate<T> candidate, KnownRecord known, TargetState state, boolean twice) {
        T current = standing.current().get(known.target());
        if (current == null) {
            return deleted(candidate);
        }
        Written written = standing.written().getOrDefault(known.source(), Written.NOTHING);
        Merge merge = merge(candidate, written, current, state);
        boolean updates = merge.changed() || !Arrays.equals(known.detailsHash(), candidate.detailsHash());
        // Where nothing differs, the record must still learn that its edits no longer count.
        boolean saves = updates || (wins() && state.edited() && merge.whole());
        Outcome outcome = twice ? known.outcome() : updates ? Outcome.UPDATED : Outcome.UNCHANGED;
        // Where something differs, the next run must look again.
        byte[] fingerprint = merge.whole() ? candidate.fingerprint() : null;
        return new Planned<>(
                loaded(
                        candidate,
                        outcome,
                        Stream.concat(kept(candidate, merge).stream(), held(candidate, written, merge).stream())
                                .toList()),
                saves ? save(Save.Kind.UPDATE, known.target(), candidate, merge, current) : null,
                entry(candidate.became(known.target(), fingerprint, known.createdBy(), run, outcome), merge),
                merge.changed() && !run.run().equals(known.createdBy()) ? change(candidate, outcome, merge) : null);
    }

    /** What stands in Ascent beside what comes, by the rule of this run. */
    Merge merge(Candidate<T> candidate, Written written, T current, TargetState state) {
        JsonNode incoming = beside(candidate, current);
        SourceSays says = says(candidate, incoming);
        var sides = new Sides(
                Json.tree(Json.write(current)),
                Json.tree(written.values()),
                incoming,
                says,
                written.found(),
                state.edited(),
                entity.together(),
                settled(candidate, says, current));
        return Merge.again(sides, run.conflicts()).inOrder(entity.periods(), sides);
    }

    private JsonNode beside(Candidate<T> candidate, T current) {
        return Json.tree(Json.write(entity.beside(candidate.ready().target(), current)));
    }

    private Set<String> settled(Candidate<T> candidate, SourceSays says, T stands) {
        T comes = candidate.ready().target();
        return Stream.concat(
                        entity.settled(comes).stream()
                                .filter(field -> !says.silent().contains(field)),
                        entity.safer(comes, stands).stream())
                .collect(Collectors.toSet());
    }

    private SourceSays says(Candidate<T> candidate, JsonNode incoming) {
        return SourceSays.of(
                entity, candidate.ready().unsaid(), candidate.read().record().payload(), incoming);
    }

    private boolean wins() {
        return run.conflicts() == Conflicts.AUTOTASK_WINS;
    }

    private Planned<T> link(Candidate<T> candidate, Match.One match) {
        TargetId target = match.target();
        T current = standing.current().get(target);
        if (current == null) {
            return create(candidate, List.of());
        }
        JsonNode incoming = beside(candidate, current);
        var sides = Sides.first(
                Json.tree(Json.write(current)),
                incoming,
                entity.together(),
                settled(candidate, says(candidate, incoming), current));
        Merge merge = Merge.fillingGaps(sides, match.adopted()).inOrder(entity.periods(), sides);
        return new Planned<>(
                loaded(candidate, Outcome.LINKED, List.of()),
                save(Save.Kind.LINK, target, candidate, merge, current),
                entry(candidate.became(target, candidate.fingerprint(), null, run, Outcome.LINKED), merge),
                change(candidate, Outcome.LINKED, merge));
    }

    /** An earlier import brought it, since nobody enters such records. */
    private Planned<T> adopt(Candidate<T> candidate, TargetId target) {
        return standing.states().containsKey(target)
                ? overwritten(
                        candidate,
                        Save.Kind.LINK,
                        candidate.became(target, candidate.fingerprint(), null, run, Outcome.LINKED))
                : create(candidate, List.of());
    }

    /** Of a record that nobody edits there is nothing to remember: the source's values stand. */
    private Planned<T> overwritten(Candidate<T> candidate, Save.Kind kind, KnownRecord record) {
        return new Planned<>(
                loaded(candidate, record.outcome(), List.of()),
                new Save<>(
                        kind,
                        record.target(),
                        record.source(),
                        leaving(candidate, record.target()),
                        candidate.ready().details(),
                        true,
                        null),
                new IdMapEntry(record, null),
                null);
    }

    /** Where the source has something that nobody could make sense of, what stands there stays. */
    private T leaving(Candidate<T> candidate, TargetId target) {
        T current = standing.current().get(target);
        if (current == null) {
            return candidate.ready().target();
        }
        ObjectNode values = (ObjectNode) Json.tree(candidate.values());
        JsonNode stands = Json.tree(Json.write(current));
        List.copyOf(values.propertyNames()).stream()
                .filter(field -> candidate.ready().unsaid().unresolved().contains(entity.sourceField(field)))
                .forEach(field -> values.set(field, stands.path(field)));
        return Json.read(values, entity.target());
    }

    private Planned<T> create(Candidate<T> candidate, List<Finding> remarks) {
        TargetId target = new TargetId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        Mapped.Ready<T> ready = candidate.ready();
        return new Planned<>(
                loaded(candidate, Outcome.CREATED, remarks),
                Save.create(target, candidate.read().id(), ready.target(), ready.details()),
                new IdMapEntry(
                        candidate.became(target, candidate.fingerprint(), run.run(), run, Outcome.CREATED),
                        entity.editedByPeople() ? new Written(Json.writeFilled(ready.target()), Set.of()) : null),
                null);
    }

    private Save<T> save(Save.Kind kind, TargetId target, Candidate<T> candidate, Merge merge, T current) {
        Set<String> lost = merge.lost().stream()
                .map(Merge.Difference::field)
                .flatMap(field -> entity.together().stream()
                        .filter(several -> several.contains(field))
                        .findFirst()
                        .orElse(List.of(field))
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Save<>(
                kind,
                target,
                candidate.read().id(),
                Json.read(merge.values(), entity.target()),
                candidate.ready().details(),
                wins() && merge.whole(),
                lost.isEmpty() ? null : new Save.Loss<>(current, lost));
    }

    private static IdMapEntry entry(KnownRecord record, Merge merge) {
        return new IdMapEntry(record, new Written(Json.write(merge.written()), merge.found()));
    }

    private static Change change(Candidate<?> candidate, Outcome outcome, Merge merge) {
        return new Change(candidate.read().id(), outcome, Json.write(merge.before()), Json.write(merge.after()));
    }

    /** With the source's own value where it has the field, since a mapped one may be an id nobody has seen. */
    private List<Finding> kept(Candidate<T> candidate, Merge merge) {
        if (merge.kept().isEmpty()) {
            return List.of();
        }
        JsonNode payload = Json.tree(candidate.read().record().payload());
        return merge.kept().stream()
                .map(kept -> {
                    String field = entity.sourceField(kept.field());
                    JsonNode sent = Json.field(payload, field);
                    return new Finding(
                            Reason.LOCAL_EDIT_KEPT,
                            field,
                            sent.isNumber() ? sent.asString() : kept.source(),
                            null,
                            kept.stands(),
                            null);
                })
                .toList();
    }

    /** Remarks on fields in which a known record does not follow what the source says now and did not say before. */
    private List<Finding> held(Candidate<T> candidate, Written last, Merge merge) {
        Map<String, Finding> held = candidate.ready().unsaid().held();
        if (held.isEmpty()) {
            return List.of();
        }
        JsonNode incoming = Json.tree(candidate.values());
        JsonNode written = Json.tree(last.values());
        List<Finding> remarks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : incoming.properties()) {
            Finding remark = held.get(entity.sourceField(field.getKey()));
            JsonNode comes = field.getValue();
            if (remark != null
                    && !comes.equals(merge.values().path(field.getKey()))
                    && !Merge.same(comes, written.path(field.getKey()))) {
                remarks.add(remark);
            }
        }
        return remarks;
    }

    private Processed loaded(Candidate<T> candidate, Outcome outcome, List<Finding> more) {
        List<Finding> findings = new ArrayList<>(candidate.ready().findings());
        findings.addAll(more);
        Map<String, String> keys = new TreeMap<>();
        candidate
                .ready()
                .keys()
                .forEach((reason, key) -> keys.put(reason.code(), String.valueOf(StorableText.of(key))));
        return new Processed(
                candidate.read().id(),
                RecordState.LOADED,
                outcome,
                candidate.read().name(),
                Json.write(keys),
                candidate.links(),
                findings);
    }

    private Planned<T> deleted(Candidate<T> candidate) {
        return refused(candidate.read(), RecordState.SKIPPED, List.of(finding(Reason.DELETED_IN_ASCENT)));
    }

    private Planned<T> refused(Read<T> read, RecordState state, List<Finding> findings) {
        return Planned.nothing(new Processed(read.id(), state, null, read.name(), null, null, findings));
    }

    /** The first one is the reason the report gives. */
    private static List<Finding> reasonFirst(List<Finding> problems) {
        return problems.isEmpty()
                ? List.of(finding(Reason.INTERNAL_ERROR))
                : problems.stream()
                        .sorted(Comparator.comparing(problem -> problem.reason().level() != Reason.Level.FAILURE))
                        .toList();
    }

    private static Finding ambiguous(Match.Several several) {
        return finding(Reason.AMBIGUOUS_MATCH).saying(several.count() + " records in Ascent fit this one.");
    }

    private static Finding finding(Reason reason) {
        return new Finding(reason, null, null, null, null, null);
    }
}
