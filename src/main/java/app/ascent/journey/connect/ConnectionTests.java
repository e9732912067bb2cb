package app.ascent.journey.connect;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.Credentials;
import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.MigrationService;
import app.ascent.journey.Estimate;
import app.ascent.migration.spi.MigrationId;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Runs a test for a page, remembers what it counted, and finds out whether the database has a migration already. */
@Component
class ConnectionTests {

    private static final PageRequest ALL = PageRequest.of(0, 500);

    private final MigrationService migrations;
    private final TestViews views;
    private final AutotaskEntities entities;

    ConnectionTests(MigrationService migrations, TestViews views, AutotaskEntities entities) {
        this.migrations = migrations;
        this.views = views;
        this.entities = entities;
    }

    record Result(TestView view, @Nullable Tested tested) {}

    Result of(Credentials credentials, HttpSession session) throws InterruptedException {
        ConnectionReport report = migrations.test(credentials);
        Tested tested = tested(report);
        if (tested != null) {
            tested.keepIn(session);
        }
        return new Result(views.of(report, existing(report.zone()), tested), tested);
    }

    private @Nullable Tested tested(ConnectionReport report) {
        Zone zone = report.zone();
        if (!report.passed() || zone == null) {
            return null;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        for (EntityAccess entity : report.entities()) {
            counts.merge(entities.typeOf(entity.entity()), entity.count(), Long::sum);
        }
        report.checks().stream()
                .filter(check -> check.outcome() == Outcome.UNPROVEN)
                .forEach(check -> counts.remove(entities.typeOf(check.name())));
        return new Tested(
                zone.database(),
                report.testedAt(),
                counts,
                Estimate.calls(counts.values(), entities),
                Estimate.minutes(counts.values(), report.answer()));
    }

    private @Nullable MigrationId existing(@Nullable Zone zone) {
        return zone == null
                ? null
                : migrations.list(ALL).stream()
                        .filter(migration -> migration.source().database() == zone.database())
                        .map(migration -> migration.id())
                        .findFirst()
                        .orElse(null);
    }
}
