package app.ascent.journey;

import static app.ascent.journey.Imagined.COMPANIES_DONE;
import static app.ascent.journey.Imagined.CONTACTS_PULLING;
import static app.ascent.journey.Imagined.progress;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTests {

    @Test
    void addsEveryTypeUp() {
        Totals totals = Totals.of(List.of(COMPANIES_DONE, CONTACTS_PULLING));

        assertThat(totals.expected()).isEqualTo(52_125);
        assertThat(totals.pulled()).isEqualTo(39_412);
        assertThat(totals.handled()).isEqualTo(35_912);
    }

    @Test
    void roundsTheShareDown() {
        assertThat(Totals.of(List.of(COMPANIES_DONE, CONTACTS_PULLING)).percent())
                .isEqualTo(68);
        assertThat(Totals.of(progress("contacts", EntityStatus.LOADING, 1000L, 1000, 999, 0, 0))
                        .percent())
                .isEqualTo(99);
    }

    @Test
    void reachesAHundredOnlyWhenAllIsDone() {
        EntityProgress handled = progress("contacts", EntityStatus.LOADING, 10L, 10, 10, 0, 0);
        EntityProgress done = progress("contacts", EntityStatus.DONE, 10L, 10, 10, 0, 0);

        assertThat(Totals.of(handled).percent()).isEqualTo(99);
        assertThat(Totals.of(done).percent()).isEqualTo(100);
    }

    @Test
    void knowsNoShareBeforeEverythingIsCounted() {
        EntityProgress uncounted = progress("contacts", EntityStatus.PENDING, null, 0, 0, 0, 0);

        assertThat(Totals.of(List.of(COMPANIES_DONE, uncounted)).percent()).isNull();
        assertThat(Totals.of(List.of()).percent()).isNull();
    }

    @Test
    void startsAtNothingForATypeWithoutRecords() {
        assertThat(Totals.of(progress("contacts", EntityStatus.PULLING, 0L, 0, 0, 0, 0))
                        .percent())
                .isZero();
    }

    @Test
    void letsExpectedFollowWhenMoreIsPulled() {
        assertThat(Totals.of(progress("contacts", EntityStatus.PULLING, 10L, 12, 0, 0, 0))
                        .expected())
                .isEqualTo(12);
    }

    @Test
    void countsWhatIsMissingInEitherSum() {
        assertThat(Totals.of(COMPANIES_DONE).missing()).isZero();
        assertThat(Totals.of(progress("contacts", EntityStatus.DONE, 10L, 10, 5, 1, 1))
                        .missing())
                .isEqualTo(3);
        assertThat(Totals.of(new EntityProgress("contacts", EntityStatus.DONE, 10L, 10, 10, 4, 0, 5, 0, 0, 0, 0, null))
                        .missing())
                .isEqualTo(1);
    }
}
