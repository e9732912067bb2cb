package app.ascent.journey.progress;

import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.journey.Estimate;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.Totals;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.LoadingOrder;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One line of what a run is doing right now. */
@Component
class Activity {

    private static final Duration RECENT = Duration.ofMinutes(1);

    private final Clock clock;
    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final LoadingOrder order;
    private final FilesProgress files;

    Activity(Clock clock, Formats formats, Texts texts, RecordTypes types, LoadingOrder order, FilesProgress files) {
        this.clock = clock;
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.order = order;
        this.files = files;
    }

    @Nullable
    String of(RunView run) {
        return switch (run.status()) {
            case RUNNING -> running(run);
            case WAITING -> waiting(run);
            case CREATED, QUEUED, PAUSED, FAILED, CANCELLED, COMPLETED, COMPLETED_WITH_ISSUES -> null;
        };
    }

    /** The same without figures, so that it changes only when something else begins. */
    String announcement(RunView run) {
        String status = texts.say("run.status." + run.status());
        if (run.status() != RunStatus.RUNNING) {
            return status;
        }
        if (looking(run).isPresent()) {
            return texts.say("activity.announce.looking", status);
        }
        return first(run, EntityStatus.PULLING)
                .map(entity -> texts.say(
                        run.kind().reads() ? "activity.announce.reading" : "activity.announce.taking",
                        status,
                        types.inText(entity.entity())))
                .or(() -> loading(run)
                        .map(entity -> texts.say("activity.announce.loading", status, types.inText(entity.entity()))))
                .orElse(status);
    }

    /** How fresh the figures are: an answer of a moment ago, or the last reading of the quota. */
    @Nullable
    String lastAnswer(RunView run, @Nullable QuotaView quota) {
        Instant answer = run.lastAnswerAt();
        if (run.status() == RunStatus.WAITING) {
            return quota == null ? null : texts.say("activity.quota-read", formats.time(quota.readAt()));
        }
        if (run.status() != RunStatus.RUNNING || answer == null) {
            return null;
        }
        Duration ago = Duration.between(answer, clock.instant());
        return ago.isNegative() || ago.compareTo(RECENT) > 0
                ? texts.say("activity.last-answer.at", formats.moment(answer))
                : texts.say("activity.last-answer", seconds(ago));
    }

    private String running(RunView run) {
        Optional<EntityProgress> looking = looking(run);
        if (looking.isPresent()) {
            return texts.say(
                    "activity.looking",
                    files.found(looking.get(), Totals.of(looking.get()).handled()));
        }
        Optional<EntityProgress> reading = first(run, EntityStatus.PULLING);
        if (reading.isPresent()) {
            return reading(reading.get(), run);
        }
        Optional<EntityProgress> loading = loading(run);
        if (loading.isPresent()) {
            EntityProgress entity = loading.get();
            return texts.say(
                    FilesProgress.are(entity) ? "activity.fetching" : "activity.loading",
                    types.inText(entity.entity()),
                    formats.count(Totals.of(entity).handled()),
                    formats.count(entity.pulled()));
        }
        if (counts(run)) {
            return texts.say("activity.counting");
        }
        return first(run, EntityStatus.PENDING)
                .map(entity -> reading(entity, run))
                .orElseGet(() -> texts.say("activity.finishing"));
    }

    /** Files, when everything else is there; how many there are is not known before they are found. */
    private static Optional<EntityProgress> looking(RunView run) {
        return run.entities().stream()
                .filter(entity -> FilesProgress.are(entity) && run.kind().reads())
                .filter(entity -> entity.status() == EntityStatus.PENDING || entity.status() == EntityStatus.PULLING)
                .filter(entity -> Totals.of(FilesProgress.everythingElse(run)).done())
                .findFirst();
    }

    /** Counting is over when it has come to its end, or records come without it. */
    static boolean counts(RunView run) {
        return run.kind().reads()
                && FilesProgress.everythingElse(run).stream().anyMatch(entity -> entity.expected() == null)
                && run.entities().stream()
                        .allMatch(entity -> entity.status() == EntityStatus.PENDING && entity.pulled() == 0);
    }

    private String reading(EntityProgress entity, RunView run) {
        if (!run.kind().reads()) {
            return texts.say("activity.taking", types.inText(entity.entity()));
        }
        Long expected = Totals.expected(entity);
        long page = entity.pulled() / Estimate.PAGE + 1;
        String line = expected == null
                ? texts.say("activity.reading", types.inText(entity.entity()), formats.count(page))
                : texts.say(
                        "activity.reading.of",
                        types.inText(entity.entity()),
                        formats.count(Math.min(page, Math.max(1, Estimate.pages(expected)))),
                        formats.count(Math.max(1, Estimate.pages(expected))));
        return loadingBeside(entity, run)
                .map(beside -> texts.say("activity.beside", line, beside))
                .orElse(line);
    }

    /** Loading hides behind reading: of the same type, or still of one that was pulled before. */
    private Optional<String> loadingBeside(EntityProgress reading, RunView run) {
        Optional<EntityProgress> other = loading(run);
        if (other.isPresent()) {
            return Optional.of(texts.say(
                    "activity.beside.loading", types.inText(other.get().entity())));
        }
        long handled = Totals.of(reading).handled();
        return handled == 0
                ? Optional.empty()
                : Optional.of(texts.say("activity.beside.handled", formats.count(handled)));
    }

    private String waiting(RunView run) {
        Totals totals = Totals.of(run.entities());
        String next = run.resumesAt() == null ? "" : texts.say("activity.next", formats.until(run.resumesAt()));
        return totals.pulled() == totals.handled()
                ? texts.say("activity.all-loaded", next).strip()
                : next;
    }

    /** The type whose records are loaded; others lie ready until it is done. */
    private Optional<EntityProgress> loading(RunView run) {
        return run.entities().stream()
                .filter(entity -> entity.status() == EntityStatus.LOADING)
                .filter(entity -> order.waitsFor(run, entity).isEmpty())
                .findFirst();
    }

    private static Optional<EntityProgress> first(RunView run, EntityStatus status) {
        return run.entities().stream()
                .filter(entity -> entity.status() == status)
                .findFirst();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ENGLISH, "%.1f", duration.toMillis() / 1000.0);
    }
}
