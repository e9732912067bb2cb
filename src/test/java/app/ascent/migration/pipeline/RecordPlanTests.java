package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.idmap.IdMapEntry;
import app.ascent.migration.idmap.KnownRecord;
import app.ascent.migration.idmap.Written;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Match;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Save;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceDetails;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.spi.TargetState;
import app.ascent.migration.staging.Outcome;
import app.ascent.migration.staging.RecordState;
import app.ascent.migration.staging.StagedRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way a record of a batch can stand towards Ascent, and what is then written about it. */
class RecordPlanTests {

    private static final SourceId ID = new SourceId(7);
    private static final TargetId TARGET = new TargetId(UUID.randomUUID());
    private static final RunId THIS_RUN = new RunId(UUID.randomUUID());
    private static final RunId EARLIER_RUN = new RunId(UUID.randomUUID());
    private static final Fields AS_SENT = new Fields("Fjord IT", "+47 55 50");

    private static final String SENT = "{\"name\":\"\",\"phone\":\"\"}";

    private final EntityMigration<?, Fields> entity = entity();

    record Fields(String name, @Nullable String phone) {}

    @Test
    void givesTheFailureBeforeRemarksAsTheReason() {
        Finding remark = Finding.of(Reason.TRUNCATED, "email", "-");
        Finding failure = Finding.of(Reason.INVALID_VALUE, "name", null);

        Planned<Fields> planned =
                plan(Conflicts.KEEP_ASCENT, standing(null, null), new Mapped.Rejected<>(List.of(remark, failure)));

        assertThat(planned.processed().state()).isEqualTo(RecordState.FAILED);
        assertThat(planned.processed().findings()).containsExactly(failure, remark);
        assertThat(planned.save()).isNull();
    }

    @Test
    void blamesItselfForARefusalWithoutReason() {
        Planned<Fields> planned = plan(Conflicts.KEEP_ASCENT, standing(null, null), new Mapped.Rejected<>(List.of()));

        assertThat(planned.processed().findings())
                .singleElement()
                .extracting(Finding::reason)
                .isEqualTo(Reason.INTERNAL_ERROR);
    }

    @Test
    void createsWhatWasDeletedWhileItWasBeingMatched() {
        Standing<Fields> standing =
                new Standing<>(Map.of(), Map.of(), Map.of(ID, new Match.One(TARGET)), Map.of(), Map.of());

        Planned<Fields> planned = plan(Conflicts.KEEP_ASCENT, standing, ready(AS_SENT));

        assertThat(planned.processed().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(saved(planned).kind()).isEqualTo(Save.Kind.CREATE);
        assertThat(saved(planned).target()).isNotEqualTo(TARGET);
    }

    @Test
    void leavesOutWhatWasDeletedSinceItsStateWasRead() {
        Remembered entry = imported(AS_SENT, EARLIER_RUN, Outcome.CREATED);
        Standing<Fields> standing = entry.standing(new TargetState(true), Map.of());

        Planned<Fields> planned = plan(Conflicts.KEEP_ASCENT, standing, ready(AS_SENT));

        assertThat(planned.processed().state()).isEqualTo(RecordState.SKIPPED);
        assertThat(planned.processed().findings())
                .extracting(Finding::reason)
                .containsExactly(Reason.DELETED_IN_ASCENT);
        assertThat(planned.entry()).isNull();
    }

    @Test
    void countsARecordThatComesTwiceInARunOnce() {
        Remembered entry = imported(AS_SENT, THIS_RUN, Outcome.CREATED);

        Planned<Fields> same = plan(Conflicts.KEEP_ASCENT, standing(entry, AS_SENT), ready(AS_SENT));
        Planned<Fields> changed =
                plan(Conflicts.KEEP_ASCENT, standing(entry, AS_SENT), ready(new Fields("Fjord IT AS", null)));

        assertThat(same.processed().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(same.save()).isNull();
        assertThat(changed.processed().outcome()).isEqualTo(Outcome.CREATED);
        assertThat(saved(changed).values()).isEqualTo(new Fields("Fjord IT AS", null));
        assertThat(changed.change()).isNull();
        assertThat(written(changed).record().createdBy()).isEqualTo(THIS_RUN);
    }

    @Test
    void updatesWhereOnlyWhatIsKeptBesideTheFieldsChanged() {
        Remembered entry = imported(AS_SENT, EARLIER_RUN, Outcome.CREATED);
        Mapped<Fields> withDetails = new Mapped.Ready<>(
                AS_SENT, new SourceDetails(Map.of("fax", "1"), Map.of()), List.of(), Map.of(), Map.of());

        Planned<Fields> planned = plan(Conflicts.KEEP_ASCENT, standing(entry, AS_SENT), withDetails);

        assertThat(planned.processed().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(saved(planned).details().originals()).containsEntry("fax", "1");
        assertThat(planned.change()).isNull();
    }

    @Test
    void tellsARecordThatItsEditNoLongerCountsWhereNothingDiffers() {
        Remembered entry = imported(AS_SENT, EARLIER_RUN, Outcome.CREATED);
        Standing<Fields> edited = entry.standing(new TargetState(true), Map.of(TARGET, AS_SENT));

        Planned<Fields> planned = plan(Conflicts.AUTOTASK_WINS, edited, ready(AS_SENT));

        assertThat(planned.processed().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(saved(planned).kind()).isEqualTo(Save.Kind.UPDATE);
    }

    @Test
    void writesNothingWhereNothingDiffersAndNothingWasEdited() {
        Remembered entry = imported(AS_SENT, EARLIER_RUN, Outcome.CREATED);

        Planned<Fields> planned = plan(Conflicts.AUTOTASK_WINS, standing(entry, AS_SENT), ready(AS_SENT));

        assertThat(planned.processed().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(planned.save()).isNull();
    }

    @Test
    void tellsWhatSomebodyLosesByWhatTheSourceHasSettled() {
        when(entity.settled(any())).thenReturn(Set.of("phone"));
        Fields edited = new Fields("Edited", "1");

        Planned<Fields> planned = plan(
                Conflicts.KEEP_ASCENT,
                imported(AS_SENT, EARLIER_RUN, Outcome.CREATED).standing(new TargetState(true), Map.of(TARGET, edited)),
                ready(AS_SENT));

        assertThat(saved(planned).values()).isEqualTo(new Fields("Edited", AS_SENT.phone()));
        assertThat(saved(planned).loss()).isEqualTo(new Save.Loss<>(edited, Set.of("phone")));
        assertThat(planned.processed().findings())
                .extracting(finding -> finding.reason() + " " + finding.field())
                .containsExactly("LOCAL_EDIT_KEPT name");
    }

    /** Known before, and linked only now: what the source is in doubt about is settled by nothing, and only ever made safer. */
    @Test
    void settlesNothingInDoubtSaveWhatIsSafer() {
        when(entity.settled(any())).thenReturn(Set.of("phone"));
        Mapped<Fields> doubted = new Mapped.Ready<>(
                new Fields("Fjord IT", "5"),
                new SourceDetails(Map.of(), Map.of()),
                List.of(),
                Map.of(),
                Map.of(),
                new Mapped.Unsaid(Set.of("phone"), Set.of(), Map.of()));
        Standing<Fields> known = standing(imported(AS_SENT, EARLIER_RUN, Outcome.CREATED), AS_SENT);
        Standing<Fields> found = new Standing<>(
                Map.of(), Map.of(), Map.of(ID, new Match.One(TARGET)), Map.of(), Map.of(TARGET, AS_SENT));

        Planned<Fields> held = plan(Conflicts.KEEP_ASCENT, known, doubted);
        Planned<Fields> linked = plan(Conflicts.KEEP_ASCENT, found, doubted);
        when(entity.safer(any(), any())).thenReturn(Set.of("phone"));
        Planned<Fields> safer = plan(Conflicts.KEEP_ASCENT, known, doubted);

        assertThat(held.save()).isNull();
        assertThat(saved(linked).values()).isEqualTo(AS_SENT);
        assertThat(saved(safer).values()).isEqualTo(new Fields("Fjord IT", "5"));
        assertThat(saved(safer).loss()).isNull();
    }

    private Planned<Fields> plan(Conflicts conflicts, Standing<Fields> standing, Mapped<Fields> mapped) {
        RunContext run = new RunContext(
                new OrganizationId(UUID.randomUUID()),
                new MigrationId(UUID.randomUUID()),
                THIS_RUN,
                new Source("FAKE", 1, UUID.randomUUID()),
                conflicts);
        return new RecordPlan<>(run, entity, standing).plan(read(mapped), null);
    }

    @SuppressWarnings("unchecked")
    private static EntityMigration<?, Fields> entity() {
        EntityMigration<Object, Fields> entity = mock(EntityMigration.class);
        when(entity.target()).thenReturn(Fields.class);
        when(entity.editedByPeople()).thenReturn(true);
        when(entity.sourceField(anyString())).thenAnswer(call -> call.getArgument(0));
        when(entity.sourceFields(anyString())).thenCallRealMethod();
        when(entity.beside(any(), any())).thenCallRealMethod();
        return entity;
    }

    private static Read<Fields> read(Mapped<Fields> mapped) {
        return new Read<>(new StagedRecord(ID, SENT, new byte[] {1}), "Fjord IT", mapped);
    }

    private static Mapped.Ready<Fields> ready(Fields fields) {
        return new Mapped.Ready<>(fields, new SourceDetails(Map.of(), Map.of()), List.of(), Map.of(), Map.of());
    }

    private static Standing<Fields> standing(@Nullable Remembered entry, @Nullable Fields current) {
        return entry == null || current == null
                ? new Standing<>(Map.of(), Map.of(), Map.of(), Map.of(), Map.of())
                : entry.standing(new TargetState(false), Map.of(TARGET, current));
    }

    private static Remembered imported(Fields fields, RunId run, Outcome outcome) {
        Mapped.Ready<Fields> ready = ready(fields);
        Candidate<Fields> candidate = Candidate.of(read(ready), ready);
        return new Remembered(
                new KnownRecord(ID, TARGET, candidate.fingerprint(), candidate.detailsHash(), run, run, outcome),
                new Written(candidate.values(), Set.of()));
    }

    private record Remembered(KnownRecord record, Written written) {

        Standing<Fields> standing(TargetState state, Map<TargetId, Fields> current) {
            return new Standing<>(Map.of(ID, record), Map.of(ID, written), Map.of(), Map.of(TARGET, state), current);
        }
    }

    private static Save<Fields> saved(Planned<Fields> planned) {
        return assertThat(planned.save()).isNotNull().actual();
    }

    private static IdMapEntry written(Planned<Fields> planned) {
        return assertThat(planned.entry()).isNotNull().actual();
    }
}
