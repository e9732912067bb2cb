package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTests {

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
                "'', null, null, false, '', null, false, false",
                "null, 'a', [], false, null, [], false, false",
                "1.0, 1.00, 1, false, 1.0, 1, false, false",
                "1.0, 1.00, 2, false, 2, 2, true, false",
                "'a', -, 'b', false, 'a', -, false, true",
                "null, -, 'b', false, 'b', 'b', true, false",
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
        Merge merge = Merge.keepingEdits(
                Json.tree(object(stands)), Json.tree(object(written)), Json.tree(object(comes)), edited);

        assertThat(merge.values().toString()).isEqualTo(object(value));
        assertThat(merge.written().toString()).isEqualTo(object(nowWritten));
        assertThat(merge.changed()).isEqualTo(changed);
        assertThat(merge.kept()).hasSize(kept ? 1 : 0);
    }

    private static String object(String value) {
        return value == null ? "{}" : "{\"f\":" + value.replace('\'', '"') + "}";
    }

    @Test
    void tellsWhatWasKept() {
        Merge merge = Merge.keepingEdits(
                Json.tree("{\"f\":[\"x\"]}"), Json.tree("{\"f\":[]}"), Json.tree("{\"f\":[\"y\"]}"), true);

        assertThat(merge.kept()).containsExactly(new Merge.Kept("f", "[\"y\"]", "[\"x\"]"));
    }

    @Test
    void fillsGapsAndTakesTheSourceAsBaseline() {
        Merge merge = Merge.fillingGaps(
                Json.tree("{\"a\":\"ours\",\"b\":\" \",\"c\":[],\"d\":false}"),
                Json.tree("{\"a\":\"theirs\",\"b\":\"x\",\"c\":[1],\"d\":true,\"e\":null}"));

        assertThat(merge.values().toString())
                .isEqualTo("{\"a\":\"ours\",\"b\":\"x\",\"c\":[1],\"d\":false,\"e\":null}");
        assertThat(merge.written().toString())
                .isEqualTo("{\"a\":\"theirs\",\"b\":\"x\",\"c\":[1],\"d\":true,\"e\":null}");
        assertThat(merge.changed()).isTrue();
    }

    @Test
    void overwritesOnlyWhatDiffers() {
        assertThat(Merge.overwriting(Json.tree("{\"a\":1.0,\"b\":null}"), Json.tree("{\"a\":1,\"b\":\"\"}"))
                        .changed())
                .isFalse();
        Merge merge = Merge.overwriting(Json.tree("{\"a\":\"mine\"}"), Json.tree("{\"a\":\"theirs\"}"));
        assertThat(merge.changed()).isTrue();
        assertThat(merge.values()).isEqualTo(merge.written());
    }
}
