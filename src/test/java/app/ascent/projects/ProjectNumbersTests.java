package app.ascent.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.PostgresTest;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import java.time.YearMonth;
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
@Import(ProjectNumbers.class)
class ProjectNumbersTests {

    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final OrganizationId organization = Samples.organization();
    private final ProjectNumbers numbers;
    private final TransactionOperations transactions;

    @Autowired
    ProjectNumbersTests(ProjectNumbers numbers, TransactionOperations transactions) {
        this.numbers = numbers;
        this.transactions = transactions;
    }

    @Test
    void countWithinTheMonth() {
        assertThat(next(FEBRUARY)).isEqualTo("PRJ-2602001");
        assertThat(next(FEBRUARY)).isEqualTo("PRJ-2602002");
        assertThat(next(MARCH)).isEqualTo("PRJ-2603001");
        assertThat(numbers.next(organization, List.of(MARCH, FEBRUARY, MARCH)))
                .containsExactly("PRJ-2603002", "PRJ-2602003", "PRJ-2603003");
    }

    @Test
    void countInEachOrganizationAlone() {
        next(FEBRUARY);

        assertThat(numbers.next(Samples.organization(), FEBRUARY)).isEqualTo("PRJ-2602001");
    }

    @Test
    void goOnBeyondThreeDigits() {
        numbers.next(
                organization, IntStream.range(0, 999).mapToObj(_ -> FEBRUARY).toList());

        assertThat(next(FEBRUARY)).isEqualTo("PRJ-26021000");
    }

    @Test
    void areGivenBackByWhoeverDoesNotUseThem() {
        transactions.executeWithoutResult(status -> {
            next(FEBRUARY);
            status.setRollbackOnly();
        });

        assertThat(next(FEBRUARY)).isEqualTo("PRJ-2602001");
    }

    /** The second one waits until it is certain what the first one took. */
    @Test
    void areGivenOnceToTwoWhoPressTogether() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<String> second = Objects.requireNonNull(transactions.execute(status -> {
                assertThat(next(FEBRUARY)).isEqualTo("PRJ-2602001");
                Future<String> pressed =
                        other.submit(() -> Objects.requireNonNull(transactions.execute(meanwhile -> next(FEBRUARY))));
                assertThatExceptionOfType(TimeoutException.class)
                        .isThrownBy(() -> pressed.get(500, TimeUnit.MILLISECONDS));
                return pressed;
            }));

            assertThat(second.get()).isEqualTo("PRJ-2602002");
        }
    }

    private String next(YearMonth month) {
        return numbers.next(organization, month);
    }
}
