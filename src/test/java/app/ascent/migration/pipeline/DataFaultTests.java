package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceFailure;
import java.sql.SQLException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

class DataFaultTests {

    private static RuntimeException state(String state) {
        return new UncategorizedSQLException("load", "select 1", new SQLException("Key (name)=(Secret)", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "40001", "53300", "55P03", "57P01", "58030", "25P03", "25P04"})
    void takesTroubleOfTheDatabaseForPassing(String state) {
        assertThat(DataFault.passing(state(state))).isTrue();
        assertThat(DataFault.mayLieInARecord(state(state))).isFalse();
    }

    @Test
    void takesALostConnectionForPassingWhateverItIsCalled() {
        assertThat(DataFault.passing(new DataAccessResourceFailureException("gone")))
                .isTrue();
        assertThat(DataFault.passing(new CannotCreateTransactionException("gone")))
                .isTrue();
        assertThat(DataFault.passing(new CannotAcquireLockException("busy"))).isTrue();
    }

    @Test
    void takesARollbackThatFailedForALostConnection() {
        assertThat(DataFault.passing(new JpaSystemException(
                        new TransactionException("No rollback", new SQLException("Connection is closed")))))
                .isTrue();
    }

    /** Spring calls it so; it goes by no longer wait. */
    @Test
    void takesAValueBeyondALimitForNoTroubleOfTheDatabase() {
        var failure = new DataAccessResourceFailureException("index row size", new SQLException("too large", "54000"));

        assertThat(DataFault.passing(failure)).isFalse();
        assertThat(DataFault.mayLieInARecord(failure)).isTrue();
        assertThat(DataFault.finding(failure).detail()).isEqualTo("A value is larger than can be stored.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "25P02", "P0001"})
    void looksForTheCulpritInABatch(String state) {
        assertThat(DataFault.passing(state(state))).isFalse();
        assertThat(DataFault.mayLieInARecord(state(state))).isTrue();
        assertThat(DataFault.mayLieInARecord(new IllegalStateException("A bug")))
                .isTrue();
    }

    @Test
    void doesNotLookForARecordWhenTheStatementOrTheRunIsAtFault() {
        assertThat(DataFault.mayLieInARecord(state("42703"))).isFalse();
        assertThat(DataFault.mayLieInARecord(new RunTakenOver())).isFalse();
        assertThat(DataFault.mayLieInARecord(new RunStopped("PAUSED"))).isFalse();
        assertThat(DataFault.mayLieInARecord(new SourceFailure.Broken("broken", "Broken.", null)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "22001, A text is too long.",
        "22003, A number is too large.",
        "22007, A date or time is not valid.",
        "22021, A text holds a character that cannot be stored.",
        "23502, A value that Ascent needs is missing.",
        "23503, It points to a record that is not in Ascent.",
        "23505, Another record already has a value that must be unique.",
        "23514, A value lies outside of what Ascent allows.",
        "22023, A value could not be stored.",
    })
    void saysInPlainWordsWhatWasWrong(String state, String sentence) {
        assertThat(DataFault.finding(state(state)))
                .isEqualTo(new Finding(Reason.INVALID_VALUE, null, null, null, null, sentence));
    }

    @Test
    void blamesItselfForEverythingElse() {
        assertThat(DataFault.finding(new IllegalStateException("A bug")).reason())
                .isEqualTo(Reason.INTERNAL_ERROR);
        assertThat(DataFault.finding(state("P0001")).detail()).isNull();
    }
}
