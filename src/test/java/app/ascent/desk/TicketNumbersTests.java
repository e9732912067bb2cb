package app.ascent.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.PostgresTest;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@PostgresTest
@Import(TicketNumbers.class)
class TicketNumbersTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 1, 27);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 1, 28);

    private final OrganizationId organization = Samples.organization();
    private final TicketNumbers numbers;
    private final TransactionOperations transactions;

    @Autowired
    TicketNumbersTests(TicketNumbers numbers, TransactionOperations transactions) {
        this.numbers = numbers;
        this.transactions = transactions;
    }

    @Test
    void countWithinTheDay() {
        assertThat(next(TUESDAY)).isEqualTo("TKT-2601270001");
        assertThat(next(TUESDAY)).isEqualTo("TKT-2601270002");
        assertThat(next(WEDNESDAY)).isEqualTo("TKT-2601280001");
        assertThat(numbers.next(organization, List.of(WEDNESDAY, TUESDAY, WEDNESDAY)))
                .containsExactly("TKT-2601280002", "TKT-2601270003", "TKT-2601280003");
    }

    @Test
    void countInEachOrganizationAlone() {
        next(TUESDAY);

        assertThat(numbers.next(Samples.organization(), TUESDAY)).isEqualTo("TKT-2601270001");
    }

    @Test
    void goOnBeyondFourDigits() {
        numbers.next(
                organization, IntStream.range(0, 9_999).mapToObj(_ -> TUESDAY).toList());

        assertThat(next(TUESDAY)).isEqualTo("TKT-26012710000");
    }

    @Test
    void areGivenBackByWhoeverDoesNotUseThem() {
        transactions.executeWithoutResult(status -> {
            next(TUESDAY);
            status.setRollbackOnly();
        });

        assertThat(next(TUESDAY)).isEqualTo("TKT-2601270001");
    }

    /** The second one waits until it is certain what the first one took. */
    @Test
    void areGivenOnceToTwoWhoPressTogether() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<String> second = Objects.requireNonNull(transactions.execute(status -> {
                assertThat(next(TUESDAY)).isEqualTo("TKT-2601270001");
                Future<String> pressed =
                        other.submit(() -> Objects.requireNonNull(transactions.execute(meanwhile -> next(TUESDAY))));
                assertThatExceptionOfType(TimeoutException.class)
                        .isThrownBy(() -> pressed.get(500, TimeUnit.MILLISECONDS));
                return pressed;
            }));

            assertThat(second.get()).isEqualTo("TKT-2601270002");
        }
    }

    private String next(LocalDate day) {
        return numbers.next(organization, day);
    }

    /** A number does not tell its century, and dates of another one slip in. */
    @Test
    void areOneRowOverAllCenturies() {
        assertThat(transactions.<List<String>>execute(
                        status -> numbers.next(organization, List.of(TUESDAY, TUESDAY.minusYears(100)))))
                .containsExactly("TKT-2601270001", "TKT-2601270002");
    }
}
