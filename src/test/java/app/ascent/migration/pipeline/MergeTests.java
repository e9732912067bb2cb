package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.pipeline.Merge.Difference;
import app.ascent.migration.spi.Conflicts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTests {

    private static final SourceSays SILENT = new SourceSays(Set.of("f"), Set.of());
    private static final SourceSays ASSUMED = new SourceSays(Set.of(), Set.of("f"));

    @ParameterizedTest(name = "Ascent has {0}, the import wrote {1}, the source says {2}, edited {3}")
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '|',
            value = {
                // stands, written, comes, edited | value, written then, changed, kept
                "'a', 'a', 'a', false, 'a', 'a', false, false",
                "'a', 'a', 'b', false, 'b', 'b', true, false",
                "'a', 'a', 'b', true, 'b', 'b', true, false",
                "'mine', 'a', 'b', true, 'mine', 'a', false, true",
                "'mine', 'a', 'a', true, 'mine', 'a', false, true",
                "'mine', 'a', 'a', false, 'mine', 'a', false, false",
                "'mine', 'a', 'mine', true, 'mine', 'mine', false, false",
                "null, 'a', 'b', true, null, 'a', false, true",
                "null, null, 'b', false, 'b', 'b', true, false",
                "'', null, null, false, '', -, false, false",
                "'mine', null, null, true, 'mine', -, false, false",
                "'mine', -, null, true, 'mine', -, false, false",
                "null, 'a', [], false, null, -, false, false",
                // What was written is kept without empty parts, also within a value of several.
                "|[{'n':'Bo','u':null}]|, |[{'n':'Bo'}]|, [], false, [], -, true, false",
                "|[{'n':'Bo','u':null}]|, |[{'n':'Zoe'}]|, [], true, |[{'n':'Bo','u':null}]|, |[{'n':'Zoe'}]|, false, false",
                "1.0, 1.00, 1, false, 1.0, 1, false, false",
                "1.0, 1.00, 2, false, 2, 2, true, false",
                "'a', -, 'b', false, 'a', -, false, true",
                "null, -, 'b', false, 'b', 'b', true, false",
                // The source emptied it: what the import wrote goes, what a person wrote stays, and that is no remark.
                "'a', 'a', null, true, null, -, true, false",
                "'mine', 'a', null, true, 'mine', 'a', false, false",
                "'mine', 'a', '', true, 'mine', 'a', false, false",
                // A number and its digits are not the same: a field that changed its type was not written by the
                // import.
                "1, '1', 2, true, 1, '1', false, true",
                "'1', 1, 2, true, '1', 1, false, true",
            })
    void keepsWhatAPersonChanged(
            String stands,
            String written,
            String comes,
            boolean edited,
            String value,
            String nowWritten,
            boolean changed,
            boolean kept) {
        Merge merge = merge(stands, written, comes, SourceSays.EVERYTHING, edited, Conflicts.KEEP_ASCENT);

        assertThat(merge.values().toString()).isEqualTo(object(value));
        assertThat(merge.written().toString()).isEqualTo(object(nowWritten));
        assertThat(merge.changed()).isEqualTo(changed);
        assertThat(merge.kept()).hasSize(kept ? 1 : 0);
        assertThat(merge.lost()).isEmpty();
    }

    @ParameterizedTest(name = "Ascent has {0}, the import wrote {1}, the source says {2}")
    @CsvSource(
            nullValues = "-",
            quoteCharacter = '|',
            value = {
                // stands, written, comes | value, lost
                "'mine', 'a', 'b', 'b', true",
                "'mine', 'a', 'a', 'a', true",
                "null, 'a', 'b', 'b', true",
                "'mine', -, 'b', 'b', true",
                "'a', 'a', 'b', 'b', false",
                "'mine', 'a', 'mine', 'mine', false",
                "1.0, 2, 1, 1.0, false",
                // Nothing never takes the place of what a person wrote.
                "'mine', 'a', null, 'mine', false",
                "'mine', null, null, 'mine', false",
                "'mine', 'a', '  ', 'mine', false",
                "['mine'], ['a'], [], ['mine'], false",
                "'a', 'a', null, null, false",
            })
    void letsTheSourceWinWhereItHasSomething(String stands, String written, String comes, String value, boolean lost) {
        Merge merge = merge(stands, written, comes, SourceSays.EVERYTHING, true, Conflicts.AUTOTASK_WINS);

        assertThat(merge.values().toString()).isEqualTo(object(value));
        assertThat(merge.lost()).hasSize(lost ? 1 : 0);
        assertThat(merge.kept()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatTheSourceIsSilentAbout(Conflicts conflicts) {
        for (String stands : new String[] {"'mine'", "'a'", "true"}) {
            Merge merge = merge(stands, "'a'", "null", SILENT, true, conflicts);

            assertThat(merge.values().toString()).isEqualTo(object(stands));
            assertThat(merge.written().toString()).isEqualTo(object("'a'"));
            assertThat(merge.changed()).isFalse();
            assertThat(merge.whole()).as("the next run looks again").isFalse();
            assertThat(merge.kept()).isEmpty();
            assertThat(merge.lost()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsAStandInTakeTheImportsPlaceAlone(Conflicts conflicts) {
        Merge edited = merge("true", "false", "false", ASSUMED, true, conflicts);
        Merge own = merge("true", "true", "false", ASSUMED, true, conflicts);

        assertThat(edited.values().toString()).isEqualTo(object("true"));
        assertThat(edited.kept()).isEmpty();
        assertThat(edited.lost()).isEmpty();
        assertThat(own.values().toString()).isEqualTo(object("false"));
    }

    @ParameterizedTest
    @EnumSource
    void emptiesNothingThatWasThereBeforeTheImport(Conflicts conflicts) {
        Merge linked =
                Merge.fillingGaps(Sides.first(Json.tree(object("'a'")), Json.tree(object("'a'")), List.of()), false);
        assertThat(linked.found()).containsExactly("f");

        Merge emptied = again("'a'", "'a'", "null", SourceSays.EVERYTHING, linked.found(), false, conflicts);
        Merge followed = again("'a'", "'a'", "'b'", SourceSays.EVERYTHING, linked.found(), false, conflicts);

        assertThat(emptied.values().toString()).isEqualTo(object("'a'"));
        assertThat(followed.values().toString()).isEqualTo(object("'b'"));
        assertThat(followed.found()).as("the import wrote it now").isEmpty();
        assertThat(Merge.fillingGaps(Sides.first(Json.tree(object("'a'")), Json.tree(object("'a'")), List.of()), true)
                        .found())
                .as("an earlier import wrote it")
                .isEmpty();
    }

    @Test
    void tellsBothValues() {
        String stands = "['x', 'z']";
        Merge kept = merge(stands, "[]", "['y']", SourceSays.EVERYTHING, true, Conflicts.KEEP_ASCENT);
        Merge lost =
                merge("{'value': 'x'}", "null", "{'value': 'y'}", SourceSays.EVERYTHING, true, Conflicts.AUTOTASK_WINS);

        assertThat(kept.kept()).containsExactly(new Difference("f", "y", "x, z"));
        assertThat(lost.lost()).containsExactly(new Difference("f", "y", "x"));
    }

    @Test
    void tellsWholeValuesThatAreNoIds() {
        for (String object : new String[] {"{'a': 'x'}", "{'value': ['x']}", "{'value': 'x','more': 'y'}"}) {
            Merge kept = merge(object, "'a'", "true", SourceSays.EVERYTHING, true, Conflicts.KEEP_ASCENT);
            Merge emptied = merge("''", "'a'", object, SourceSays.EVERYTHING, true, Conflicts.AUTOTASK_WINS);

            String json = Json.tree(object(object)).path("f").toString();
            assertThat(kept.kept()).containsExactly(new Difference("f", "true", json));
            assertThat(emptied.lost()).containsExactly(new Difference("f", json, null));
        }
    }

    /** A field that Ascent has had since a later release is in no payload, and not in what stands there yet. */
    @Test
    void takesAFieldThatIsNewerThanTheRecord() {
        Merge filled = again("'a'", null, "'b'", SourceSays.EVERYTHING, Set.of(), false, Conflicts.KEEP_ASCENT);
        Merge fresh = Merge.again(
                new Sides(
                        Json.tree("{}"),
                        Json.tree("{}"),
                        Json.tree("{\"f\":null,\"g\":\"b\"}"),
                        SourceSays.EVERYTHING,
                        Set.of(),
                        false,
                        List.of()),
                Conflicts.KEEP_ASCENT);

        assertThat(filled.kept()).hasSize(1);
        assertThat(fresh.values().toString()).isEqualTo("{\"f\":null,\"g\":\"b\"}");
        assertThat(fresh.whole()).isTrue();
    }

    @Test
    void fillsGapsAndTakesTheSourceAsBaseline() {
        Merge merge = Merge.fillingGaps(
                Sides.first(
                        Json.tree("{\"a\":\"ours\",\"b\":\" \",\"c\":[],\"d\":false}"),
                        Json.tree("{\"a\":\"theirs\",\"b\":\"x\",\"c\":[1],\"d\":true,\"e\":null}"),
                        List.of()),
                false);

        assertThat(merge.values().toString())
                .isEqualTo("{\"a\":\"ours\",\"b\":\"x\",\"c\":[1],\"d\":false,\"e\":null}");
        assertThat(merge.written().toString()).isEqualTo("{\"a\":\"theirs\",\"b\":\"x\",\"c\":[1],\"d\":true}");
        assertThat(merge.found()).containsExactlyInAnyOrder("a", "d");
        assertThat(merge.changed()).isTrue();
    }

    /** Nobody can say otherwise of what the source has settled; what a person said is told, not lost in silence. */
    @ParameterizedTest(name = "Ascent has {0}, the import wrote {1}, the source says {2}, silent {3}")
    @CsvSource(
            quoteCharacter = '|',
            value = {
                // stands, written, comes, silent | value, lost
                "'mine', 'a', 'b', false, 'b', true",
                "'mine', 'a', 'a', false, 'a', true",
                "'a', 'a', 'b', false, 'b', false",
                "'b', 'a', 'b', false, 'b', false",
                "'mine', 'a', null, false, 'mine', false",
                "'a', 'a', 'b', true, 'b', false",
            })
    void overrulesPeopleInWhatIsSettled(
            String stands, String written, String comes, boolean silent, String value, boolean lost) {
        Merge merge = Merge.again(
                new Sides(
                        Json.tree(object(stands)),
                        Json.tree(object(written)),
                        Json.tree(object(comes)),
                        silent ? SILENT : SourceSays.EVERYTHING,
                        Set.of(),
                        true,
                        List.of(),
                        Set.of("f")),
                Conflicts.KEEP_ASCENT);

        assertThat(merge.values().toString()).isEqualTo(object(value));
        assertThat(merge.lost()).hasSize(lost ? 1 : 0);
        assertThat(merge.kept()).isEmpty();
    }

    private static Merge merge(
            String stands, String written, String comes, SourceSays says, boolean edited, Conflicts conflicts) {
        return again(stands, written, comes, says, Set.of(), edited, conflicts);
    }

    private static Merge again(
            String stands,
            String written,
            String comes,
            SourceSays says,
            Set<String> found,
            boolean edited,
            Conflicts conflicts) {
        return Merge.again(
                new Sides(
                        Json.tree(object(stands)),
                        Json.tree(object(written)),
                        Json.tree(object(comes)),
                        says,
                        found,
                        edited,
                        List.of()),
                conflicts);
    }

    private static String object(String value) {
        return value == null
                ? "{}"
                : "{\"f\":" + value.replace('\'', '"').replace(", ", ",").replace(": ", ":") + "}";
    }

    @Test
    void saysInWordsWhatAValueOfSeveralPartsIs() {
        Merge merge = merge(
                "[{'n':null,'u':{'value':'7'}},{'n':'Bo'}]",
                "[{'n':'Zoe'}]",
                "[{'n':'Ana','u':null}]",
                SourceSays.EVERYTHING,
                true,
                Conflicts.KEEP_ASCENT);

        assertThat(merge.kept()).containsExactly(new Difference("f", "Ana", "7, Bo"));
    }
}
