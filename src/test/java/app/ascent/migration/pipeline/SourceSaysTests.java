package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.migration.pipeline.SourceSays.Word;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped.Unsaid;
import app.ascent.migration.spi.Reason;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a field {@code city} that is made of the source's {@code town}, and {@code notes}, which the source does not have. */
class SourceSaysTests {

    @ParameterizedTest
    @ValueSource(strings = {"town", "TOWN", "Town"})
    void hearsAValueWhateverTheCaseOfItsName(String name) {
        assertThat(word("city", "{\"" + name + "\":\"Kiel\"}", Unsaid.NONE, false))
                .isEqualTo(Word.VALUE);
        assertThat(word("city", "{\"" + name + "\":null}", Unsaid.NONE, true)).isEqualTo(Word.NOTHING);
    }

    @Test
    void hearsNothingOfAFieldThatWasNotSentOrThatTheSourceDoesNotHave() {
        assertThat(word("city", "{}", Unsaid.NONE, true)).isEqualTo(Word.SILENCE);
        assertThat(word("city", "{\"city\":\"Kiel\"}", Unsaid.NONE, false)).isEqualTo(Word.SILENCE);
        assertThat(word("notes", "{\"notes\":\"x\",\"town\":\"Kiel\"}", Unsaid.NONE, false))
                .isEqualTo(Word.SILENCE);
    }

    @Test
    void hearsNothingInWhatLeadsNowhereOrIsNoNews() {
        Unsaid unresolved = new Unsaid(Set.of("town"), Set.of(), Map.of());
        Unsaid held = new Unsaid(Set.of(), Set.of(), Map.of("town", Finding.of(Reason.LOCAL_EDIT_KEPT, "town", "0")));

        assertThat(word("city", "{\"town\":\"?\"}", unresolved, true)).isEqualTo(Word.SILENCE);
        assertThat(word("city", "{\"town\":\"?\"}", held, false)).isEqualTo(Word.SILENCE);
    }

    @Test
    void takesAStandInForNothing() {
        Unsaid assumed = new Unsaid(Set.of(), Set.of("town"), Map.of());

        assertThat(word("city", "{\"town\":null}", assumed, false)).isEqualTo(Word.NOTHING);
    }

    @SuppressWarnings("unchecked")
    private static Word word(String field, String payload, Unsaid unsaid, boolean empty) {
        EntityMigration<Object, Object> entity = mock(EntityMigration.class);
        when(entity.sourceField(anyString()))
                .thenAnswer(call -> call.getArgument(0).equals("city") ? "town" : call.getArgument(0));
        when(entity.sourceFields(anyString()))
                .thenAnswer(call -> call.getArgument(0).equals("notes") ? Set.of() : Set.of("town"));
        return SourceSays.of(entity, unsaid, payload, Json.tree("{\"city\":null,\"notes\":null}"))
                .of(field, empty);
    }
}
