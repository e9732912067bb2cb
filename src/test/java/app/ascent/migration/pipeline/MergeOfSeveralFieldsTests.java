package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.pipeline.Merge.Difference;
import app.ascent.migration.spi.Conflicts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Fields that a merge decides at once, since they say one thing between them. */
class MergeOfSeveralFieldsTests {

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
                "-, u:me, n:Bo, KEEP_ASCENT, -, u:me, n, -",
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

    /** What goes on was not completed; what both sides say is completed is so since when either says. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|'WAITING',null|, |'NEW',null|, |'DONE','t'|, KEEP_ASCENT, |'WAITING',null|, |[s: DONE, WAITING]|, []",
                "|'WAITING',null|, |'NEW',null|, |'DONE','t'|, AUTOTASK_WINS, |'DONE','t'|, [], |[s: DONE, WAITING]|",
                "|'DONE','mine'|, |'NEW',null|, |'OPEN',null|, KEEP_ASCENT, |'DONE','mine'|, |[s: OPEN, DONE]|, []",
                "|'DONE','mine'|, |'NEW',null|, |'OPEN',null|, AUTOTASK_WINS, |'OPEN',null|, [], |[s: OPEN, DONE]|",
                "|'DONE','mine'|, |'NEW',null|, |'DONE',null|, AUTOTASK_WINS, |'DONE','mine'|, [], []",
                "|'DONE','mine'|, |'NEW',null|, |'DONE','t'|, KEEP_ASCENT, |'DONE','mine'|, |[t: t, mine]|, []",
                "|'NEW',null|, |'NEW',null|, |'DONE','t'|, KEEP_ASCENT, |'DONE','t'|, [], []",
                "|'DONE','t'|, |'DONE','t'|, |'NEW',null|, KEEP_ASCENT, |'NEW',null|, [], []",
            })
    void decidesAtOnceOnAStatusAndWhenItWasReached(
            String stands, String written, String comes, Conflicts conflicts, String value, String kept, String lost) {
        Merge merge = Merge.again(
                new Sides(
                        reached(stands),
                        reached(written),
                        reached(comes),
                        SourceSays.EVERYTHING,
                        Set.of(),
                        true,
                        List.of(List.of("s", "t"))),
                conflicts);

        assertThat(merge.values()).isEqualTo(reached(value));
        assertThat(told(merge.kept())).isEqualTo(kept);
        assertThat(told(merge.lost())).isEqualTo(lost);
    }

    private static JsonNode reached(String values) {
        String[] both = values.replace('\'', '"').split(",");
        return Json.tree("{\"s\":%s,\"t\":%s}".formatted(both[0], both[1]));
    }

    private static String told(List<Difference> differences) {
        return differences.stream()
                .map(each -> "%s: %s, %s".formatted(each.field(), each.source(), each.stands()))
                .toList()
                .toString();
    }

    private static String either(String value) {
        String user = value != null && value.startsWith("u:") ? "\"" + value.substring(2) + "\"" : "null";
        String name = value != null && value.startsWith("n:") ? "\"" + value.substring(2) + "\"" : "null";
        return "{\"u\":%s,\"n\":%s}".formatted(user, name);
    }
}
