package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.identity.OrganizationId;
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
import app.ascent.migration.staging.StagedRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a record, or with what maps it, costs that record alone. */
class MappingTests {

    private static final RunContext RUN = new RunContext(
            new OrganizationId(UUID.randomUUID()),
            new MigrationId(UUID.randomUUID()),
            new RunId(UUID.randomUUID()),
            new Source("AUTOTASK", 91_234, UUID.randomUUID()),
            Conflicts.KEEP_ASCENT);

    record Sent(@Nullable String name, @Nullable String city) {}

    private final Mapping mapping =
            new Mapping(mock(), mock(), new LookUps(new LookupTables(List.of()), mock(), mock()));
    private final EntityMigration<Sent, String> entity = mock();

    @BeforeEach
    void mapNames() {
        when(entity.type()).thenReturn(new EntityType("companies"));
        when(entity.payload()).thenReturn(Sent.class);
        when(entity.settings(any())).thenCallRealMethod();
        when(entity.indispensable()).thenReturn(Set.of("name"));
        when(entity.name(any()))
                .thenAnswer(call -> String.valueOf(call.<Sent>getArgument(0).name()));
        when(entity.map(any(), any(), any()))
                .thenAnswer(call -> new Mapped.Ready<>(
                        String.valueOf(call.<Sent>getArgument(1).name()),
                        new SourceDetails(Map.of(), Map.of()),
                        List.of(),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void remarksOnWhatWasLeftOutBesideWhatTheMapperSays() {
        Read<String> read = read("{\"name\":\"Fjord\",\"city\":[\"a\"]}");

        assertThat(read.name()).isEqualTo("Fjord");
        assertThat(((Mapped.Ready<String>) read.mapped()).findings())
                .containsExactly(Finding.unknownValue("city", "[\"a\"]", null, null));
    }

    @Test
    void refusesARecordWithoutWhatItCannotDoWithout() {
        Read<String> read = read("{\"name\":{\"a\":1}}");

        assertThat(read.mapped())
                .isEqualTo(new Mapped.Rejected<>(List.of(Finding.of(Reason.SOURCE_ERROR, "name", "{\"a\":1}"))));
        assertThat(mapping.name(entity, staged("{\"name\":{\"a\":1}}"))).isEqualTo("null");
    }

    @Test
    void saysWhatASourceSaysOfARecordItDoesNotSend() {
        assertThat(problem(read("\"It is too long.\"")).detail()).isEqualTo("It is too long.");
        assertThat(problem(read("\"" + "x".repeat(600) + "\"")).detail()).isNull();
        assertThat(problem(read("[1]")).detail()).isNull();
        assertThat(mapping.name(entity, staged("[1]"))).isNull();
    }

    @Test
    void takesAFaultOfAMapperForOneOfAscents() {
        doThrow(new IllegalStateException("quotes the record")).when(entity).map(any(), any(), any());
        assertThat(problem(read("{\"name\":\"Fjord\"}")).reason()).isEqualTo(Reason.INTERNAL_ERROR);

        doThrow(withoutTrace()).when(entity).name(any());
        assertThat(problem(read("{\"name\":\"Fjord\"}")).reason()).isEqualTo(Reason.INTERNAL_ERROR);
    }

    /** As those that a virtual machine throws often enough are. */
    private static RuntimeException withoutTrace() {
        RuntimeException fault = new NullPointerException();
        fault.setStackTrace(new StackTraceElement[0]);
        return fault;
    }

    private Read<String> read(String payload) {
        return mapping.map(RUN, entity, List.of(staged(payload)), Dictionary.EMPTY)
                .getFirst();
    }

    private static StagedRecord staged(String payload) {
        return new StagedRecord(new SourceId(7), payload, new byte[] {1});
    }

    private static Finding problem(Read<String> read) {
        return ((Mapped.Rejected<String>) read.mapped()).problems().getFirst();
    }
}
