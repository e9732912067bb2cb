package app.ascent.migration;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine relies on in every entity type. A test of a type extends this and says which records it is about; those
 * must be ready to be written.
 */
public abstract class EntityMigrationContract<S, T> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EntityMigration<S, T> entity;
    private final TransactionOperations transactions;
    private RunContext run = run(Conflicts.KEEP_ASCENT);

    protected EntityMigrationContract(EntityMigration<S, T> entity, TransactionOperations transactions) {
        this.entity = entity;
        this.transactions = transactions;
    }

    /** Source id to payload, as the source sends it. */
    protected abstract Map<Long, String> payloads();

    /** The dictionary and the records that the payloads point to; those have to exist in the run's organization. */
    protected abstract References references(RunContext run);

    @BeforeEach
    void anotherOrganization() {
        run = run(Conflicts.KEEP_ASCENT);
    }

    private static RunContext run(Conflicts conflicts) {
        return new RunContext(
                new OrganizationId(UUID.randomUUID()),
                new MigrationId(UUID.randomUUID()),
                new RunId(UUID.randomUUID()),
                new Source("AUTOTASK", 91234, UUID.randomUUID()),
                conflicts);
    }

    /** What it looks up and the test says nothing of is not there. */
    private static References answering(References references, List<Lookup.Key> lookUps) {
        Map<Lookup.Key, List<?>> rows = new LinkedHashMap<>(references.rows());
        lookUps.forEach(key -> rows.putIfAbsent(key, List.of()));
        return new References(references.dictionary(), references.resolved(), rows, references.unreadable());
    }

    private Map<SourceId, Mapped.Ready<T>> map() {
        References references = references(run);
        Map<SourceId, Mapped.Ready<T>> mapped = new LinkedHashMap<>();
        payloads().forEach((number, payload) -> {
            SourceId id = new SourceId(number);
            S source = JSON.readValue(payload, entity.payload());
            assertThat(entity.name(source)).as("name of " + id).isNotBlank();
            if (entity.map(id, source, answering(references, entity.lookUps(source)))
                    instanceof Mapped.Ready<T> ready) {
                mapped.put(id, ready);
            } else {
                throw new AssertionError("Record " + id + " cannot be written, so that nothing can be learned from it");
            }
        });
        return mapped;
    }

    private List<Save<T>> saves(
            Save.Kind kind, Map<SourceId, Mapped.Ready<T>> mapped, Map<SourceId, TargetId> targets) {
        return mapped.entrySet().stream()
                .map(entry -> new Save<>(
                        kind,
                        targets.get(entry.getKey()),
                        entry.getKey(),
                        entry.getValue().target(),
                        entry.getValue().details(),
                        kind == Save.Kind.CREATE,
                        null))
                .toList();
    }

    private Map<SourceId, TargetId> newTargets(Map<SourceId, Mapped.Ready<T>> mapped) {
        Map<SourceId, TargetId> targets = new LinkedHashMap<>();
        mapped.keySet().forEach(id -> targets.put(id, new TargetId(UUID.randomUUID())));
        return targets;
    }

    private Map<SourceId, TargetId> create(Map<SourceId, Mapped.Ready<T>> mapped) {
        Map<SourceId, TargetId> targets = newTargets(mapped);
        save(saves(Save.Kind.CREATE, mapped, targets));
        return targets;
    }

    private void save(List<Save<T>> saves) {
        transactions.executeWithoutResult(status -> entity.save(run, saves));
    }

    private static JsonNode json(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    @Test
    void mapsTheSameRecordToTheSameFields() {
        assertThat(map()).isEqualTo(map());
    }

    @Test
    void hasFieldsThatJsonCanHold() {
        map().values().forEach(ready -> assertThat(JSON.treeToValue(json(ready.target()), entity.target()))
                .isEqualTo(ready.target()));
    }

    /** Otherwise the next run would take the difference for a person's edit. */
    @Test
    void readsBackWhatItWrote() {
        Map<SourceId, Mapped.Ready<T>> mapped = map();

        Map<SourceId, TargetId> targets = create(mapped);

        Map<TargetId, T> read = entity.read(run, targets.values());
        mapped.forEach(
                (id, ready) -> assertThat(json(read.get(targets.get(id)))).isEqualTo(json(ready.target())));
    }

    @Test
    void savesTheSameTwiceAndLeavesTheSame() {
        Map<SourceId, Mapped.Ready<T>> mapped = map();
        Map<SourceId, TargetId> targets = create(mapped);
        Map<TargetId, T> once = entity.read(run, targets.values());

        save(saves(Save.Kind.UPDATE, mapped, targets));

        assertThat(entity.read(run, targets.values())).isEqualTo(once).hasSize(mapped.size());
    }

    @Test
    void knowsWhatExistsAndThatNobodyEditedIt() {
        Map<SourceId, TargetId> targets = create(map());
        TargetId unknown = new TargetId(UUID.randomUUID());
        List<TargetId> asked = new java.util.ArrayList<>(targets.values());
        asked.add(unknown);

        Map<TargetId, TargetState> states = entity.states(run, asked);

        assertThat(states).containsOnlyKeys(targets.values());
        assertThat(states.values()).containsOnly(new TargetState(false));
        assertThat(entity.read(run, List.of(unknown))).isEmpty();
    }

    /** A migration that was deleted and made anew must not import anything twice. */
    @Test
    void findsItsOwnRecordsAgain() {
        Map<SourceId, Mapped.Ready<T>> mapped = map();
        Map<SourceId, TargetId> targets = create(mapped);
        Map<SourceId, T> unseen = new LinkedHashMap<>();
        mapped.forEach((id, ready) -> unseen.put(id, ready.target()));

        Map<SourceId, Match> matches = entity.match(run, unseen);

        targets.forEach((id, target) -> assertThat(matches).containsEntry(id, new Match.One(target, true)));
    }

    @Test
    void keepsToItsOrganization() {
        Map<SourceId, Mapped.Ready<T>> mapped = map();
        Map<SourceId, TargetId> targets = create(mapped);
        Map<SourceId, T> unseen = new LinkedHashMap<>();
        mapped.forEach((id, ready) -> unseen.put(id, ready.target()));

        run = run(Conflicts.KEEP_ASCENT);

        assertThat(entity.states(run, targets.values())).isEmpty();
        assertThat(entity.read(run, targets.values())).isEmpty();
        assertThat(entity.match(run, unseen)).isEmpty();
    }

    @Test
    void copesWithAnEmptyBatch() {
        save(List.of());

        assertThat(entity.states(run, List.of())).isEmpty();
        assertThat(entity.read(run, List.of())).isEmpty();
        assertThat(entity.match(run, Map.of())).isEmpty();
    }

    /** What a field is made of tells whether the source had a say in it. */
    @Test
    void makesItsFieldsOfWhatItsPayloadsHave() {
        map().values().forEach(ready -> json(ready.target()).propertyNames().forEach(field -> assertThat(
                        json(JSON.readValue(payloads().values().iterator().next(), entity.payload()))
                                .propertyNames())
                .as("what %s is made of", field)
                .containsAll(entity.sourceFields(field))));
    }

    @Test
    void namesItsFieldsAsTheSourceDoes() {
        map().values().forEach(ready -> json(ready.target())
                .propertyNames()
                .forEach(field -> assertThat(entity.sourceField(field)).isNotBlank()));
    }
}
