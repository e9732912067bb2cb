package app.ascent.journey.connect;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.journey.Gauge;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The checks of a connection test as lines with icon, name and figure; what was not reached becomes one grey line. */
@Component
class TestChecks {

    private final Formats formats;
    private final Texts texts;
    private final AutotaskEntities entities;
    private final AccessLines access;
    private final double share;

    TestChecks(
            Formats formats,
            Texts texts,
            AutotaskEntities entities,
            AccessLines access,
            @Value("${ascent.autotask.quota-share:0.45}") double share) {
        this.formats = formats;
        this.texts = texts;
        this.entities = entities;
        this.access = access;
        this.share = share;
    }

    /** @param first whether to say that the database has no migration yet */
    List<TestView.Check> of(ConnectionReport report, boolean first) {
        List<TestView.Check> lines = new ArrayList<>();
        boolean cut = false;
        Map<String, List<Check>> asked = new LinkedHashMap<>();
        for (Check check : report.checks()) {
            if (check.outcome() == Outcome.NOT_REACHED) {
                cut = true;
            } else {
                asked.computeIfAbsent(entities.typeOf(check.name()), _ -> new ArrayList<>())
                        .add(check);
            }
        }
        asked.values().forEach(same -> lines.add(line(report, same)));
        Zone zone = report.zone();
        if (cut) {
            lines.add(new TestView.Check(
                    Outcome.NOT_REACHED,
                    texts.say(zone == null ? "check.rest.all" : "check.rest"),
                    texts.say("check.rest.value"),
                    null,
                    null));
        } else if (first && zone != null) {
            lines.add(new TestView.Check(
                    Outcome.PASSED,
                    texts.say("check.first"),
                    null,
                    texts.say("check.first.text", Long.toString(zone.database())),
                    null));
        }
        return lines;
    }

    /** Calls that are free for Ascent, as far as the test could see. */
    long free(ConnectionReport report) {
        QuotaReading quota = report.quota();
        return quota == null ? 0 : Math.max(0, stopsAt(quota) - quota.used());
    }

    /** @param same the checks of one type; one but for types that are read from several entities */
    private TestView.Check line(ConnectionReport report, List<Check> same) {
        Check check = same.getFirst();
        return switch (check.name()) {
            case "zone" ->
                line(check, texts.say("check.zone." + check.outcome()), database(report), place(report, check), null);
            case "credentials" ->
                line(
                        check,
                        texts.say("check.credentials." + check.outcome()),
                        null,
                        texts.say("check.credentials.text." + check.outcome()),
                        null);
            case "quota" -> quota(report, check);
            default -> access.line(report, same);
        };
    }

    private TestView.Check quota(ConnectionReport report, Check check) {
        QuotaReading quota = report.quota();
        if (quota == null) {
            return line(check, texts.say("check.quota." + check.outcome()), null, check.message(), null);
        }
        return line(
                check,
                texts.say("check.quota." + check.outcome()),
                texts.say("check.quota.value", formats.count(free(report))),
                quota.understood()
                        ? texts.say(
                                "check.quota.text",
                                formats.count(quota.used()),
                                formats.count(quota.limit()),
                                Integer.toString(quota.windowMinutes()))
                        : texts.say("check.quota.unclear", formats.count(quota.limit())),
                Gauge.of(quota.limit(), quota.used(), 0, stopsAt(quota), formats, texts));
    }

    private int stopsAt(QuotaReading quota) {
        return (int) Math.floor(quota.limit() * share);
    }

    private @Nullable String database(ConnectionReport report) {
        Zone zone = report.zone();
        return zone == null ? null : texts.say("check.zone.database", Long.toString(zone.database()));
    }

    /** What went wrong stands in the heading already. */
    private static @Nullable String place(ConnectionReport report, Check check) {
        Zone zone = report.zone();
        if (zone != null) {
            return TestViews.place(zone);
        }
        return check.outcome() == Outcome.FAILED ? null : check.message();
    }

    private static TestView.Check line(
            Check check, String name, @Nullable String value, @Nullable String text, @Nullable Gauge gauge) {
        return new TestView.Check(check.outcome(), name, value, text, gauge);
    }
}
