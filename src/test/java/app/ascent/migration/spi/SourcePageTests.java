package app.ascent.migration.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SourcePageTests {

    /** Between 10 and 20 one row tells no id, between 20 and 30 two, and one more behind 30. */
    private static final SourcePage PAGE = new SourcePage(
            LongStream.of(10, 20, 30)
                    .mapToObj(id -> new SourceRow(new SourceId(id), "{}"))
                    .toList(),
            false,
            new Cursor("30"),
            List.of(new SourceId(20), new SourceId(30), new SourceId(30)),
            1);

    @Test
    void leavesToTheRangeAboveWhatComesAgainThere() {
        SourcePage below = PAGE.within(new Segment(0, "", Segment.START, 25));

        assertThat(below.rows()).extracting(row -> row.id().value()).containsExactly(10L, 20L);
        assertThat(below.unreadable()).isEqualTo(1);
        assertThat(below.unreadableAtEnd()).isZero();
    }

    @Test
    void isWholeWhereAllOfItLiesInTheRange() {
        assertThat(PAGE.within(Segment.WHOLE)).isEqualTo(PAGE);
        assertThat(PAGE.unreadable()).isEqualTo(4);
    }
}
