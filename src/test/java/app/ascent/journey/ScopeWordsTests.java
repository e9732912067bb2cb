package app.ascent.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Scope.History;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeWordsTests {

    private final ScopeWords words = new Workshop().scopes;

    private static EntityProgress contracts(long leftOut) {
        return new EntityProgress(
                "contracts", "contracts", EntityStatus.DONE, null, 2L, 2, 2, 2, 0, 0, 0, 0, 0, leftOut, 0, null, null);
    }

    @Test
    void saysNothingWhereNothingIsLeftOut() {
        assertThat(words.leftOut(Scope.EVERYTHING, List.of(contracts(0)))).isNull();
        assertThat(words.leftOut(new Scope(History.NONE, null, null, Set.of()), List.of(contracts(0))))
                .isNull();
    }

    @Test
    void namesKindsAndCountsRecords() {
        assertThat(words.leftOut(new Scope(History.ALL, null, null, Set.of("contacts")), List.of(contracts(0))))
                .isEqualTo("Left out of this run, as you chose: contacts.");
        assertThat(words.leftOut(
                        new Scope(History.SINCE, LocalDate.of(2024, 1, 1), ZoneOffset.UTC, Set.of("contacts")),
                        List.of(contracts(1_204))))
                .isEqualTo(
                        "Left out of this run, as you chose: contacts and 1,204 contracts. What is open is imported, what"
                                + " something happened to since 1 Jan 2024, and what belongs to either.");
    }

    @Test
    void saysWhichFilesComeAndBlamesNothingElseForTheOthers() {
        Scope limited = new Scope(
                History.ALL,
                null,
                null,
                Set.of(),
                new Scope.Limits(LocalDate.of(2024, 1, 1), ZoneOffset.UTC, 10_485_760L));

        assertThat(words.leftOut(limited, List.of(contracts(0))))
                .isEqualTo("Of files those come that were attached on or after 1 Jan 2024 and have at most 10 MB.");
        assertThat(words.said(limited, List.of(contracts(3))))
                .isEqualTo(
                        "Left out of this run, as you chose: 3 contracts. Of files those come that were attached on or"
                                + " after 1 Jan 2024 and have at most 10 MB.");
    }
}
