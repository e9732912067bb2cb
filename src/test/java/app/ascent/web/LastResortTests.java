package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Failures where no session, no handler and no error page can be had, since all of them need the database. */
class LastResortTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/clients");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    static Stream<RuntimeException> away() {
        return Stream.of(
                new CannotGetJdbcConnectionException("none", new SQLTransientConnectionException("timed out")),
                new CannotCreateTransactionException("none"),
                new DataAccessResourceFailureException("lost"),
                new IllegalStateException(new SQLException("an I/O error", "08006")),
                new IllegalStateException(new SQLException("terminating", "57P01")),
                new IllegalStateException(new SQLException("too many", "53300")),
                new TransactionSystemException("rollback", new SQLException("Connection is closed")));
    }

    @ParameterizedTest
    @MethodSource("away")
    void showsAPersonAPageOfItsOwnWhileNoDatabaseAnswers(RuntimeException fault) throws Exception {
        request.setCookies(new Cookie("ascent-theme", "dark"));

        pass(fault);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getContentAsString())
                .containsPattern("Something went wrong on our side. Your data is unchanged. Error \\w{4}-\\w{4}\\.")
                .contains("data-bs-theme=\"dark\"", "/shell/ascent.css")
                .doesNotContain("Exception", "timed out");
    }

    @Test
    void givesAProgramAProblem() throws Exception {
        request.setRequestURI("/api/v1/clients");

        pass(new ServletException(new DataAccessResourceFailureException("lost")));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("\"/problems/unavailable\"", "\"status\":503")
                .contains("Something went wrong on our side. Your data is unchanged.")
                .containsPattern("\"errorId\":\"\\w{4}-\\w{4}\"");
    }

    @Test
    void keepsTheNumberThatTheFaultWasLoggedUnder() throws Exception {
        request.setAttribute(ErrorIds.ATTRIBUTE, "7f3a-91c2");

        pass(new DataAccessResourceFailureException("lost"));

        assertThat(response.getContentAsString()).contains("Error 7f3a-91c2.");
    }

    @Test
    void leavesOtherFaultsToTheErrorPage() {
        assertThatThrownBy(() -> pass(new IllegalStateException("ours"))).hasMessage("ours");
        assertThatThrownBy(() -> pass(new QueryTimeoutException("slow", new SQLException("canceled", "57014"))))
                .isInstanceOf(QueryTimeoutException.class);
        assertThatThrownBy(() -> pass(new DataIntegrityViolationException("twice", new SQLException("twice", "23505"))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void answersForAnErrorPageThatFailsItself() throws Exception {
        request.setDispatcherType(DispatcherType.ERROR);

        pass(new IllegalStateException("a template is broken"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .contains("Your data is unchanged.")
                .doesNotContain("template");
    }

    @Test
    void doesNotWriteBehindAnAnswerThatIsOnItsWay() throws Exception {
        response.flushBuffer();

        assertThatThrownBy(() -> pass(new DataAccessResourceFailureException("lost")))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private void pass(Exception fault) throws ServletException, IOException {
        FilterChain failing = (_, _) -> {
            switch (fault) {
                case ServletException servlet -> throw servlet;
                case RuntimeException runtime -> throw runtime;
                default -> throw new IllegalArgumentException(fault);
            }
        };
        new LastResort().doFilter(request, response, failing);
    }
}
