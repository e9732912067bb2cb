package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.faults.FaultKind;
import app.ascent.sandbox.faults.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;

/** Answers that are not the right ones. */
@SandboxComponent
class FaultyAnswers {

    static final String TOO_MANY_THREADS = "The Autotask API thread threshold of 3 threads has been exceeded.";

    private static final String NO_RIGHT =
            "The logged in Resource does not have the adequate permissions to %s this entity type.";

    private final Faults faults;
    private final Clock clock;

    FaultyAnswers(Faults faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    /** The faulty answer; {@code right} is the one that is spoilt. */
    Reply to(FaultKind kind, Reply right, HttpServletRequest request) throws InterruptedException {
        return switch (kind) {
            case RESET -> new Reply.Cut(right, false, Duration.ZERO, request);
            case TRUNCATED -> new Reply.Cut(right, true, Duration.ZERO, request);
            case SILENT -> new Reply.Cut(right, true, faults.plan().hang(), request);
            case HANG -> {
                Thread.sleep(faults.plan().hang());
                yield right;
            }
            default -> answer(kind, request);
        };
    }

    private Answer answer(FaultKind kind, HttpServletRequest request) {
        return switch (kind) {
            case RATE_LIMITED -> Answer.errors(429, TOO_MANY_THREADS);
            case RATE_LIMITED_SECONDS ->
                rateLimited(Long.toString(faults.plan().retryAfter().toSeconds()));
            case RATE_LIMITED_DATE ->
                rateLimited(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plus(faults.plan().retryAfter()).atOffset(ZoneOffset.UTC)));
            case SERVER_BUSY ->
                Answer.errors(500, "Transaction was deadlocked on lock resources and has been chosen as the victim.");
            case NO_PERMISSION -> noPermission("query");
            case FORBIDDEN -> forbidden();
            case BAD_QUERY -> Answer.errors(500, "Unable to find companyNmae in the Company Entity");
            case BAD_INTEGRATION_CODE -> badIntegrationCode();
            case UNAUTHORIZED -> Answer.unauthorized(request.getServerName());
            case BAD_GATEWAY -> Answer.html(502, page("502 Bad Gateway"));
            case UNAVAILABLE -> Answer.html(503, page("503 Service Unavailable"));
            case GATEWAY_TIMEOUT -> Answer.empty(504);
            case EMPTY -> Answer.empty(200);
            case HTML -> Answer.html(200, page("Autotask is being updated"));
            case ERRORS -> Answer.errors(200, "An unexpected condition was met.");
            case RESET, TRUNCATED, SILENT, HANG -> throw new IllegalStateException(kind + " is no answer");
        };
    }

    private static Answer rateLimited(String retryAfter) {
        return Answer.errors(429, TOO_MANY_THREADS).with(HttpHeaders.RETRY_AFTER, retryAfter);
    }

    static Answer noPermission(String verb) {
        return Answer.errors(500, NO_RIGHT.formatted(verb));
    }

    static Answer forbidden() {
        return Answer.errors(403, NO_RIGHT.formatted("query"));
    }

    static Answer badIntegrationCode() {
        return Answer.errors(500, "IntegrationCode is invalid");
    }

    private static String page(String title) {
        return "<html><body><h1>" + title + "</h1></body></html>";
    }
}
