package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.idmap.IdMap;
import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.idmap.Written;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceDetails;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.StagedLookups;
import app.ascent.migration.staging.StagedRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only what a run would really take from people is listed. */
class LocalEditsTests {

    private static final EntityType TYPE = new EntityType("companies");
    private static final RunContext RUN = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("AUTOTASK", 91_234, UUID.randomUUID()),
            Conflicts.AUTOTASK_WINS);

    record Fields(String name) {}

    private final EntityMigrations entities = mock();
    private final StagedLookups staging = mock();
    private final Mapping mapping = mock();
    private final IdMap idMap = mock();
    private final EntityMigration<Object, Fields> entity = mock();
    private final LocalEdits edits = new LocalEdits(entities, staging, mapping, idMap, mock());

    @BeforeEach
    void oneType() {
        when(entities.within(any())).thenReturn(List.of(entity));
        when(entity.type()).thenReturn(TYPE);
        when(entity.editedByPeople()).thenReturn(true);
        when(entity.beside(any(), any())).thenCallRealMethod();
        when(entity.sourceField(any())).thenReturn("companyName");
        when(entity.sourceFields(any())).thenReturn(Set.of("companyName"));
    }

    @Test
    void listsNothingOfRecordsThatTheRunWouldNotWrite() {
        TargetId lost = target();
        TargetId refused = target();
        TargetId deleted = target();
        TargetId goneMeanwhile = target();
        suspects(List.of(id(1), id(2), id(3), id(4)), List.of(id(5)));
        when(mapping.map(any(), any(EntityMigration.class), any(), any()))
                .thenReturn(List.of(ready(1), refused(2), ready(3), ready(4), ready(5)));
        when(idMap.find(any(), any(), any()))
                .thenReturn(Map.of(
                        id(1), entry(1, lost),
                        id(2), entry(2, refused),
                        id(3), entry(3, deleted),
                        id(4), entry(4, goneMeanwhile)));
        when(idMap.written(any(), any(), any()))
                .thenReturn(Map.of(id(1), new Written("{\"name\":\"imported\"}", Set.of())));
        when(entity.states(any(), any()))
                .thenReturn(Map.of(lost, edited(), refused, edited(), goneMeanwhile, edited()));
        when(entity.read(any(), any()))
                .thenReturn(Map.of(lost, new Fields("ours"), refused, new Fields("ours"), deleted, new Fields("ours")));

        LocalEdits.Lost found = edits.find(RUN, Dictionary.EMPTY);

        assertThat(found.all()).isTrue();
        assertThat(found.edits())
                .containsExactly(
                        new LocalEdits.Edit(TYPE, id(1), lost, "Fjord", "name", "companyName", "ours", "theirs"));
    }

    @Test
    void saysThatThereAreMoreThanItLookedAt() {
        suspects(LongStream.rangeClosed(1, 2_001).mapToObj(SourceId::new).toList(), List.of());
        when(mapping.map(any(), any(EntityMigration.class), any(), any())).thenReturn(List.of());

        assertThat(edits.find(RUN, Dictionary.EMPTY).all()).isFalse();
    }

    private void suspects(List<SourceId> edited, List<SourceId> found) {
        when(entity.edited(any(), anyInt())).thenReturn(edited);
        when(idMap.found(any(), any(), anyInt())).thenReturn(found);
    }

    private static SourceId id(long id) {
        return new SourceId(id);
    }

    private static TargetId target() {
        return new TargetId(UUID.randomUUID());
    }

    private static TargetState edited() {
        return new TargetState(true);
    }

    private static Read<Fields> ready(long id) {
        return new Read<>(
                new StagedRecord(id(id), "{\"companyName\":\"theirs\"}", new byte[] {1}),
                "Fjord",
                new Mapped.Ready<>(
                        new Fields("theirs"), new SourceDetails(Map.of(), Map.of()), List.of(), Map.of(), Map.of()));
    }

    private static Read<Fields> refused(long id) {
        return new Read<>(
                new StagedRecord(id(id), "{}", new byte[] {1}),
                null,
                new Mapped.Skipped<>(Finding.of(Reason.PARENT_NOT_IMPORTED, "companyID", null)));
    }

    private static KnownRecord entry(long id, TargetId target) {
        return new KnownRecord(id(id), target, null, new byte[0], RUN.run(), RUN.run(), Outcome.CREATED);
    }
}
