package app.ascent.sandbox.web;

import app.ascent.sandbox.CallLog;
import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.faults.FaultKind;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.faults.Variant;
import app.ascent.sandbox.tenant.Entity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.HttpRequestHandler;

/**
 * Answers every call under {@value Address#ROOT}: finds what is meant, checks the credentials, counts, and lets the
 * call fail where a fault is due. Open to everyone who can reach it, as the real service is; its own credentials
 * guard it.
 */
@SandboxComponent
class SandboxHandler implements HttpRequestHandler {

    private final CallLog log;
    private final Faults faults;
    private final Logins logins;
    private final Usage usage;
    private final Answers answers;
    private final FaultyAnswers faulty;

    SandboxHandler(CallLog log, Faults faults, Logins logins, Usage usage, Answers answers, FaultyAnswers faulty) {
        this.log = log;
        this.faults = faults;
        this.logins = logins;
        this.usage = usage;
        this.answers = answers;
        this.faulty = faulty;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Route route = Route.of(Address.path(request));
        Optional<Answer> refusal = refuse(route, request);
        Entity entity = route.entity();
        if (refusal.isPresent()) {
            send(refusal.get(), request, response);
        } else if (entity == null) {
            send(reply(route, request), request, response);
        } else if (usage.enter(entity)) {
            try {
                send(reply(route, request), request, response);
            } finally {
                usage.leave(entity);
            }
        } else {
            send(Answer.errors(429, FaultyAnswers.TOO_MANY_THREADS), request, response);
        }
    }

    /** Whoever has an answer finds the call in the log. */
    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.add(new CallLog.Call(request.getMethod(), Address.path(request), reply.status()));
        reply.send(response);
    }

    private Optional<Answer> refuse(Route route, HttpServletRequest request) {
        if (route.endpoint() == Endpoint.UNKNOWN) {
            String uri = request.getRequestURL().toString();
            String text = "No HTTP resource was found that matches the request URI '" + uri + "'.";
            return Optional.of(Answer.message(404, Map.of("Message", text)));
        }
        if (!route.endpoint().allows(request.getMethod())) {
            boolean hidden = route.endpoint() == Endpoint.COLLECTION && faults.has(Variant.COLLECTION_404);
            return Optional.of(hidden ? Answer.empty(404) : Answer.methodNotAllowed(request.getMethod()));
        }
        return route.endpoint().needsCredentials() ? authorize(route, request) : Optional.empty();
    }

    private Optional<Answer> authorize(Route route, HttpServletRequest request) {
        Answer unauthorized = Answer.unauthorized(request.getServerName());
        return switch (logins.check(request)) {
            case REFUSED -> Optional.of(unauthorized);
            case WRONG_INTEGRATION_CODE ->
                Optional.of(
                        faults.has(Variant.OLD_INTEGRATION_CODE) ? FaultyAnswers.badIntegrationCode() : unauthorized);
            case ACCEPTED -> admit(route, unauthorized);
        };
    }

    private Optional<Answer> admit(Route route, Answer unauthorized) {
        faults.countApiCall();
        if (route.secondZone() != faults.moved()) {
            return Optional.of(unauthorized);
        }
        if (!usage.take()) {
            return Optional.of(Answer.errors(
                    429,
                    "The request threshold of " + usage.threshold() + " requests per 60 minutes has been exceeded."));
        }
        return Optional.empty();
    }

    private Reply reply(Route route, HttpServletRequest request) throws IOException {
        try {
            Duration latency = faults.plan().latency();
            Duration delay = usage.delay()
                    .plus(
                            route.endpoint() == Endpoint.CONTENT
                                    ? Objects.requireNonNullElse(faults.plan().contentLatency(), latency)
                                    : latency);
            if (delay.isPositive()) {
                Thread.sleep(delay);
            }
            Reply right = answers.to(route, request);
            Optional<FaultKind> fault = faults.next(Address.path(request));
            return fault.isPresent() ? faulty.to(fault.get(), right, request) : right;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.empty(503);
        }
    }
}
