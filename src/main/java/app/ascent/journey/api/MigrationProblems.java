package app.ascent.journey.api;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.ConnectionRefused;
import app.ascent.importing.DifferentDatabase;
import app.ascent.importing.UnknownClient;
import app.ascent.migration.MigrationRefused;
import app.ascent.web.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Words the refusals that reach the API as problem details; docs/problems.md lists them. It goes before what pages do with
 * the same refusals, whose handlers lie beside those of the API.
 */
@RestControllerAdvice(annotations = MigrationApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MigrationProblems {

    private final AutotaskEntities entities;

    MigrationProblems(AutotaskEntities entities) {
        this.entities = entities;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(MigrationRefused refusal) {
        return switch (refusal) {
            case MigrationRefused.Unknown _ ->
                answer(Problems.problem(HttpStatus.NOT_FOUND, "unknown-migration", "There is no such migration."));
            case MigrationRefused.UnknownRun _ ->
                answer(Problems.problem(HttpStatus.NOT_FOUND, "unknown-run", "There is no run of that number."));
            case MigrationRefused.UnknownRecord unknown ->
                answer(unprocessable(
                        "unknown-record",
                        Objects.requireNonNullElse(unknown.getMessage(), "There is no such record.")));
            case MigrationRefused.UnknownValue _ ->
                answer(unprocessable("unknown-value", "There is no such value, or it cannot become that."));
            case MigrationRefused.NothingToRetry nothing ->
                answer(unprocessable(
                        "nothing-to-retry", Objects.requireNonNullElse(nothing.getMessage(), "Nothing to retry.")));
            case MigrationRefused.AlreadyExists exists -> {
                URI address = MigrationResponses.address(exists.existing());
                ProblemDetail problem = Problems.problem(
                        HttpStatus.CONFLICT, "already-exists", "There is already a migration for this database.");
                problem.setProperty("id", exists.existing().toString());
                problem.setProperty("location", address);
                yield ResponseEntity.status(HttpStatus.CONFLICT)
                        .location(address)
                        .body(problem);
            }
            case MigrationRefused.NotInThisState state -> {
                ProblemDetail problem = Problems.problem(
                        HttpStatus.CONFLICT,
                        "not-in-this-state",
                        Objects.requireNonNullElse(state.getMessage(), "This does not go with its status."));
                problem.setProperty("migrationStatus", state.status()); // "status" is that of the answer
                yield answer(problem);
            }
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(DifferentDatabase refusal) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "different-database",
                "These credentials lead to another Autotask database. Nothing was replaced.");
        problem.setProperty("expected", refusal.expected());
        problem.setProperty("found", refusal.found());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ConnectionRefused refusal) {
        ConnectionReport report = refusal.report();
        ProblemDetail problem = problem(report.problem());
        problem.setProperty("checks", MigrationResponses.checks(report));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (report.problem() instanceof Problem.BudgetExhausted budget) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(budget.retryAfter())));
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ProblemDetail refused(UnknownClient refusal) {
        return unprocessable("unknown-client", "There is no such client.");
    }

    @ExceptionHandler
    ProblemDetail refused(UnknownEntity refusal) {
        String known = entities.all().stream()
                .map(entity -> entity.type().whole().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return unprocessable("unknown-entity", "An entity is one of: %s.".formatted(known));
    }

    private ProblemDetail problem(@Nullable Problem problem) {
        return switch (problem) {
            case null -> throw new IllegalStateException("A connection was refused without a problem");
            case Problem.UnknownApiUser _ ->
                unprocessable(
                        "unknown-api-user",
                        "Autotask does not know this API user. Check the user name; secret and code were not sent.");
            case Problem.CredentialsRejected rejected -> {
                ProblemDetail detail = unprocessable(
                        "credentials-rejected",
                        "Autotask rejected the credentials, and does not say which of the three is wrong. Check secret, "
                                + "API user and integration code. Repeated failures can lock the API user.");
                detail.setProperty("recentRejections", rejected.recent());
                yield detail;
            }
            case Problem.ZoneNotAllowed zone ->
                unprocessable(
                        "zone-not-allowed",
                        (zone.entered()
                                        ? "The zone's address is not one of Autotask's that Ascent trusts: %s. The secret was not sent there."
                                        : "Autotask named an address Ascent does not trust: %s. The secret was not sent there.")
                                .formatted(zone.host()));
            case Problem.EntityNotReadable unreadable -> {
                String entity = entities.typeOf(unreadable.entity());
                ProblemDetail detail = unprocessable(
                        "entity-not-readable",
                        "This user may not read %s. Give its security level that right in Autotask, then test again."
                                .formatted(entity));
                detail.setProperty("entity", entity);
                yield detail;
            }
            case Problem.Unavailable trouble ->
                Problems.problem(
                        HttpStatus.BAD_GATEWAY,
                        "autotask-unavailable",
                        trouble.what() + " Nothing is wrong with what you entered; try again in a few minutes.");
            case Problem.NotUnderstood odd ->
                Problems.problem(
                        HttpStatus.BAD_GATEWAY,
                        "autotask-unavailable",
                        odd.what() + " Ascent cannot go on from there. Test once more; if it stays so, tell support.");
            case Problem.BudgetExhausted budget -> exhausted(budget);
        };
    }

    private static ProblemDetail exhausted(Problem.BudgetExhausted budget) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "budget-exhausted",
                "No calls are free for Ascent right now: %d of %d calls were made in the last 60 minutes, and Ascent stops at %d."
                        .formatted(budget.used(), budget.limit(), budget.stopsAt()));
        problem.setProperty("used", budget.used());
        problem.setProperty("limit", budget.limit());
        problem.setProperty("stopsAt", budget.stopsAt());
        return problem;
    }

    private static ProblemDetail unprocessable(String name, String detail) {
        return Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, name, detail);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** Rounded up, and never 0: who comes back too early comes back twice. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
