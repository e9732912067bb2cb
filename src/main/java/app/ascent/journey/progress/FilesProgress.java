package app.ascent.journey.progress;

import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.Totals;
import app.ascent.journey.progress.ProgressView.Files;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityProgress.Bytes;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * How far the files of a run are, which come behind everything else and take far longer: by their number and bytes, apart from all other
 * records. Nobody knows how many there are until all were looked for.
 */
@Component
class FilesProgress {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    FilesProgress(Formats formats, Texts texts, RecordTypes types) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    static boolean are(EntityProgress entity) {
        return entity.bytes() != null;
    }

    static List<EntityProgress> everythingElse(RunView run) {
        return run.entities().stream().filter(entity -> !are(entity)).toList();
    }

    /** Null where the run takes none. */
    @Nullable
    Files of(RunView run, @Nullable QuotaView quota) {
        return run.entities().stream()
                .filter(FilesProgress::are)
                .findFirst()
                .map(files -> of(files, run, quota))
                .orElse(null);
    }

    private Files of(EntityProgress files, RunView run, @Nullable QuotaView quota) {
        Bytes bytes = Objects.requireNonNull(files.bytes());
        Long expected = Totals.expected(files);
        long handled = Totals.of(files).handled();
        boolean all = files.status() == EntityStatus.DONE;
        return new Files(
                said(files, handled, expected, bytes),
                expected != null && (expected > 0 || all),
                all ? 1 : handled,
                all || expected == null ? 1 : Math.max(1, expected),
                all,
                left(run, expected == null ? 0 : expected - handled, quota),
                here(run, all));
    }

    private String said(EntityProgress files, long handled, @Nullable Long expected, Bytes bytes) {
        if (expected != null) {
            return expected == 0
                    ? texts.say("files.none")
                    : texts.say("files.of", formats.count(handled), expected, sizes(bytes.handled(), bytes.expected()));
        }
        return files.pulled() == 0 ? texts.say("files.follow") : found(files, handled);
    }

    /** {@code 31 files found so far, 12 of them here}. */
    String found(EntityProgress files, long handled) {
        return texts.say("files.found", files.pulled(), formats.count(handled));
    }

    /** {@code 1.2 of 3.1 MB}, with the unit once where it is the same. */
    private String sizes(long part, long whole) {
        String all = Formats.size(whole);
        String unit = all.substring(all.indexOf(' '));
        String some = Formats.size(part);
        return texts.say("files.sizes", some.endsWith(unit) ? some.substring(0, some.indexOf(' ')) : some, all);
    }

    /** A call each, as fast as Autotask answered so far, and no faster than the quota lets them through. */
    private @Nullable String left(RunView run, long files, @Nullable QuotaView quota) {
        Duration answer = run.averageAnswer();
        if (files <= 0 || answer == null || !run.status().active()) {
            return null;
        }
        Duration left = Duration.ofMillis(files * answer.toMillis());
        if (quota != null) {
            long anHour = Math.max(1, quota.stopsAt() - quota.others());
            long wait = Math.max(0, files - Math.max(0, anHour - quota.ours())) * 3600 / anHour;
            left = wait > left.toSeconds() ? Duration.ofSeconds(wait) : left;
        }
        String words = TimeLeft.inWords(left, texts);
        return run.status() == RunStatus.WAITING ? texts.say("left.once", words) : words;
    }

    /** What can be worked with while files are still to come. */
    private @Nullable String here(RunView run, boolean all) {
        List<EntityProgress> others = everythingElse(run);
        return all || !Totals.of(others).done()
                ? null
                : texts.say(
                        "files.here",
                        StringUtils.capitalize(types.targets(others.stream()
                                .map(EntityProgress::kind)
                                .distinct()
                                .toList())));
    }
}
