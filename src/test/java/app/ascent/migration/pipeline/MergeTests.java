package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.pipeline.Merge.Difference;
import app.ascent.migration.pipeline.Merge.Sides;
import app.ascent.migration.spi.Conflicts;
import java.util.List;
import java.util.Map;
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
        Merge linked = Merge.fillingGaps(Json.tree(object("'a'")), Json.tree(object("'a'")), false, List.of());
        assertThat(linked.found()).containsExactly("f");

        Merge emptied = again("'a'", "'a'", "null", SourceSays.EVERYTHING, linked.found(), false, conflicts);
        Merge followed = again("'a'", "'a'", "'b'", SourceSays.EVERYTHING, linked.found(), false, conflicts);

        assertThat(emptied.values().toString()).isEqualTo(object("'a'"));
        assertThat(followed.values().toString()).isEqualTo(object("'b'"));
        assertThat(followed.found()).as("the import wrote it now").isEmpty();
        assertThat(Merge.fillingGaps(Json.tree(object("'a'")), Json.tree(object("'a'")), true, List.of())
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
                Json.tree("{\"a\":\"ours\",\"b\":\" \",\"c\":[],\"d\":false}"),
                Json.tree("{\"a\":\"theirs\",\"b\":\"x\",\"c\":[1],\"d\":true,\"e\":null}"),
                false,
                List.of());

        assertThat(merge.values().toString())
                .isEqualTo("{\"a\":\"ours\",\"b\":\"x\",\"c\":[1],\"d\":false,\"e\":null}");
        assertThat(merge.written().toString()).isEqualTo("{\"a\":\"theirs\",\"b\":\"x\",\"c\":[1],\"d\":true}");
        assertThat(merge.found()).containsExactlyInAnyOrder("a", "d");
        assertThat(merge.changed()).isTrue();
    }

    /** One person who is a user or a name: whoever chose one of them chose both. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // stands, written, comes, conflicts | value, written then, kept, lost
                "u:me, n:Bo, n:Carl, KEEP_ASCENT, u:me, n:Bo, u, -",
                "u:me, -, n:Carl, KEEP_ASCENT, u:me, -, u, -",
                "u:me, u:other, n:Carl, KEEP_ASCENT, u:me, u:other, u, -",
                "-, n:Bo, u:me, KEEP_ASCENT, -, n:Bo, u, -",
                "u:me, n:Bo, n:Carl, AUTOTASK_WINS, n:Carl, n:Carl, -, u",
                "u:me, n:Bo, -, AUTOTASK_WINS, u:me, n:Bo, -, -",
                "n:Bo, n:Bo, u:me, KEEP_ASCENT, u:me, u:me, -, -",
                "u:me, u:me, n:Bo, KEEP_ASCENT, n:Bo, n:Bo, -, -",
                "u:me, u:me, -, KEEP_ASCENT, -, -, -, -",
            })
    void decidesAtOnceOnFieldsOfWhichOneSaysSomething(
            String stands,
            String written,
            String comes,
            Conflicts conflicts,
            String value,
            String nowWritten,
            String kept,
            String lost) {
        Merge merge = Merge.again(
                new Sides(
                        Json.tree(either(stands)),
                        Json.tree(either(written)),
                        Json.tree(either(comes)),
                        SourceSays.EVERYTHING,
                        Set.of(),
                        true,
                        List.of(List.of("u", "n"))),
                conflicts);

        assertThat(merge.values().toString()).isEqualTo(either(value));
        assertThat(merge.written().toString()).isEqualTo(either(nowWritten).replaceAll(",?\"[un]\":null,?", ""));
        assertThat(merge.kept()).extracting(Difference::field).isEqualTo(kept == null ? List.of() : List.of(kept));
        assertThat(merge.lost()).extracting(Difference::field).isEqualTo(lost == null ? List.of() : List.of(lost));
        assertThat(merge.whole()).isEqualTo(either(value).equals(either(comes)));
    }

    /** A person put off the beginning, and the source brought the end forward. */
    @Test
    void leavesAPeriodThatWouldEndBeforeItBegins() {
        var sides = new Sides(
                Json.tree("{'from':'2026-08-20','to':'2026-08-31','title':'a'}".replace('\'', '"')),
                Json.tree("{'from':'2026-08-01','to':'2026-08-31','title':'a'}".replace('\'', '"')),
                Json.tree("{'from':'2026-08-01','to':'2026-08-10','title':'b'}".replace('\'', '"')),
                SourceSays.EVERYTHING,
                Set.of(),
                true,
                List.of());

        Merge merge = Merge.again(sides, Conflicts.KEEP_ASCENT).inOrder(Map.of("from", "to"), sides);
        Merge won = Merge.again(sides, Conflicts.AUTOTASK_WINS).inOrder(Map.of("from", "to"), sides);

        assertThat(merge.values().toString())
                .isEqualTo("{'from':'2026-08-20','to':'2026-08-31','title':'b'}".replace('\'', '"'));
        assertThat(merge.written().toString())
                .isEqualTo("{'from':'2026-08-01','to':'2026-08-31','title':'b'}".replace('\'', '"'));
        assertThat(merge.before().toString()).isEqualTo("{\"title\":\"a\"}");
        assertThat(merge.changed()).isTrue();
        assertThat(merge.whole()).isFalse();
        assertThat(merge.kept())
                .containsExactly(
                        new Difference("from", "2026-08-01", "2026-08-20"),
                        new Difference("to", "2026-08-10", "2026-08-31"));
        assertThat(won.values()).isEqualTo(sides.incoming());
    }

    private static String either(String value) {
        String user = value != null && value.startsWith("u:") ? "\"" + value.substring(2) + "\"" : "null";
        String name = value != null && value.startsWith("n:") ? "\"" + value.substring(2) + "\"" : "null";
        return "{\"u\":%s,\"n\":%s}".formatted(user, name);
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
