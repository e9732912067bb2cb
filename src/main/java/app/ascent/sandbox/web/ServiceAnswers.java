package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.tenant.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Answers about the service itself. */
@SandboxComponent
class ServiceAnswers {

    private static final String ZONE = "Practice tenant";

    private record ZoneInformation(String zoneName, String url, String webUrl, int ci) {}

    private record VersionInformation(List<String> apiVersions) {}

    private record Version(String majorVersion, String minorVersion, String build, String customerType) {}

    private record Threshold(
            int externalRequestThreshold, int requestThresholdTimeframe, int currentTimeframeRequestCount) {}

    private final Logins logins;
    private final Usage usage;

    ServiceAnswers(Logins logins, Usage usage) {
        this.logins = logins;
        this.usage = usage;
    }

    /** Tells where a user's tenant lives; an unknown, blank or missing user is a 500, not a 404. */
    Answer zone(HttpServletRequest request, boolean secondZone) {
        if (!logins.knows(request.getParameter("user"))) {
            return Answer.errors(500, "Zone information could not be determined");
        }
        String name = secondZone ? ZONE + " 2" : ZONE;
        String url = Address.service(request, secondZone);
        return Answer.json(new ZoneInformation(name, url, Address.web(request), Tenant.DATABASE));
    }

    Answer versionInformation() {
        return Answer.json(new VersionInformation(List.of("V1.0")));
    }

    Answer version() {
        return Answer.json(new Version("2026", "3", "0.1", "Practice"));
    }

    Answer threshold() {
        return Answer.json(new Threshold(usage.threshold(), Usage.MINUTES, usage.count()));
    }
}
