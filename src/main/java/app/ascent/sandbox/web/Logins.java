package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.SandboxProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks the three headers of every call. Too many mistakes in a row lock the API user, which looks like another. */
@SandboxComponent
class Logins {

    private final SandboxProperties properties;
    private final Clock clock;
    private int mistakes;
    private Instant lockedUntil = Instant.MIN;

    Logins(SandboxProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    enum Outcome {
        ACCEPTED,
        REFUSED,
        WRONG_INTEGRATION_CODE
    }

    boolean knows(@Nullable String user) {
        return user != null && user.strip().equalsIgnoreCase(properties.apiUser());
    }

    synchronized Outcome check(HttpServletRequest request) {
        if (!knows(request.getHeader("UserName"))) {
            return Outcome.REFUSED;
        }
        if (clock.instant().isBefore(lockedUntil)) {
            return Outcome.REFUSED;
        }
        boolean secret = properties.secret().equals(request.getHeader("Secret"));
        boolean code = properties.integrationCode().equals(request.getHeader("ApiIntegrationCode"));
        if (secret && code) {
            mistakes = 0;
            return Outcome.ACCEPTED;
        }
        countMistake();
        return secret ? Outcome.WRONG_INTEGRATION_CODE : Outcome.REFUSED;
    }

    private void countMistake() {
        mistakes++;
        if (properties.lockAfter() > 0 && mistakes >= properties.lockAfter()) {
            mistakes = 0;
            lockedUntil = clock.instant().plus(properties.lockFor());
        }
    }
}
