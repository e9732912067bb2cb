package app.ascent.migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.migration.spi.Reason.Level;
import app.ascent.migration.spi.Reason.Retry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownReasonsTests {

    private static final Reason TWO_ROOFS = Reason.remark("TWO_ROOFS");
    private static final Pattern OF_A_KIND = Pattern.compile(
            "\\b([Cc]ontacts?|[Cc]ompan(y|ies)|clients?|(CLIENT|CONTACT|COMPANY)_\\w+|\\w+_(PRIMARY|EMAIL))\\b");

    @Test
    void areThoseOfTheEngineAndOfEachType() {
        KnownReasons known = new KnownReasons(List.of(supplying(TWO_ROOFS)));

        assertThat(known.find("TWO_ROOFS")).contains(TWO_ROOFS);
        assertThat(known.find("PARENT_NOT_IMPORTED")).contains(Reason.PARENT_NOT_IMPORTED);
        assertThat(known.find("ONE_ROOF")).isEmpty();
        assertThat(known.find(null)).isEmpty();
    }

    @Test
    void knowNoCodeTwice() {
        Reason again = Reason.failure("TWO_ROOFS", Retry.NEVER);
        Reason ofTheEngine = Reason.remark("TRUNCATED");

        assertThatThrownBy(() -> new KnownReasons(List.of(supplying(TWO_ROOFS), supplying(again))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two reasons have the code TWO_ROOFS");
        assertThatThrownBy(() -> new KnownReasons(List.of(supplying(ofTheEngine))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two reasons have the code TRUNCATED");
    }

    @Test
    void tellWhichAreOfComparisons() {
        EntityMigration<?, ?> houses = supplying(TWO_ROOFS);
        when(houses.comparisons()).thenReturn(List.of(new Comparison(TWO_ROOFS, "roof", true)));

        KnownReasons known = new KnownReasons(List.of(houses));

        assertThat(known.compares("TWO_ROOFS")).isTrue();
        assertThat(known.compares("TRUNCATED")).isFalse();
        assertThat(known.compares(null)).isFalse();
    }

    @Test
    void refuseAComparisonForAReasonThatNobodySupplies() {
        EntityMigration<?, ?> houses = supplying();
        when(houses.comparisons()).thenReturn(List.of(new Comparison(TWO_ROOFS, "roof", true)));

        assertThatThrownBy(() -> new KnownReasons(List.of(houses)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TWO_ROOFS");
    }

    @Test
    void makeDoWithACodeOfAnEarlierRelease() {
        KnownReasons known = new KnownReasons(List.of());

        assertThat(known.found("TWO_ROOFS", Level.FAILURE))
                .isEqualTo(new Reason("TWO_ROOFS", Level.FAILURE, Retry.READ_ANEW));
        assertThat(known.found("INVALID_VALUE", Level.FAILURE)).isEqualTo(Reason.INVALID_VALUE);
    }

    /** What is migrated is the business of those who supply it. */
    @Test
    void leaveTheEngineWithoutAWordAboutAnyKind() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/app/ascent/migration"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                OF_A_KIND
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> words.add(file.getFileName() + ": " + found.group()));
            }
        }

        assertThat(words).isEmpty();
    }

    private static EntityMigration<?, ?> supplying(Reason... reasons) {
        EntityMigration<?, ?> entity = mock();
        when(entity.reasons()).thenReturn(Set.of(reasons));
        return entity;
    }
}
