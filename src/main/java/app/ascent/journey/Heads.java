package app.ascent.journey;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.ReportName;
import app.ascent.journey.MigrationHead.Actions;
import app.ascent.migration.MigrationView;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the head of a migration's pages, and knows people by name. */
@Component
public class Heads {

    public static final String ROOT = "/admin/autotask-migration";

    /** Records that are tried again are a matter of moments, and the run they belong to is over. */
    private static final Actions RETRYING = new Actions(false, false, false, false, false, true, false);

    private final Formats formats;
    private final Texts texts;
    private final CurrentUser currentUser;
    private final Users users;
    private final ReportName names;

    public Heads(Formats formats, Texts texts, CurrentUser currentUser, Users users, ReportName names) {
        this.formats = formats;
        this.texts = texts;
        this.currentUser = currentUser;
        this.users = users;
        this.names = names;
    }

    public MigrationHead of(AutotaskMigration migration) {
        MigrationView view = migration.migration();
        return new MigrationHead(
                view.id().toString(),
                ROOT + "/" + view.id(),
                names.of(migration, "json"),
                Status.of(view.status()),
                texts.say(
                        "head.sub",
                        migration.connection().zone().name(),
                        Long.toString(view.source().database()),
                        when(view)),
                StepView.at(retrying(view) ? StepView.REPORT : step(view.status())),
                retrying(view) ? RETRYING : actions(view.status()));
    }

    public String name(@Nullable UserId user) {
        return user == null
                ? texts.say("somebody")
                : users.names(currentUser.organization(), List.of(user)).getOrDefault(user, texts.say("somebody"));
    }

    /** Everybody who was asked for, those who are unknown as "somebody". */
    public Map<UserId, String> names(Collection<UserId> wanted) {
        Map<UserId, String> names = new HashMap<>(users.names(currentUser.organization(), wanted));
        wanted.forEach(user -> names.putIfAbsent(user, texts.say("somebody")));
        return names;
    }

    private String when(MigrationView view) {
        RunView run = view.run();
        if (run == null) {
            return texts.say("head.created", formats.inText(view.createdAt()));
        }
        Instant finished = run.finishedAt();
        if (run.retrying() && finished != null) {
            return texts.say("head.finished", Integer.toString(run.number()), formats.inText(finished));
        }
        return switch (view.status()) {
            case CREATED -> texts.say("head.created", formats.inText(view.createdAt()));
            case QUEUED, RUNNING, WAITING, PAUSED, FAILED ->
                texts.say(of(run, "head.started"), formats.inText(run.startedAt()), name(run.startedBy()));
            case CANCELLED ->
                texts.say(
                        "head.cancelled",
                        Integer.toString(run.number()),
                        formats.inText(finished == null ? run.startedAt() : finished));
            case COMPLETED, COMPLETED_WITH_ISSUES ->
                texts.say(
                        of(run, "head.finished"),
                        Integer.toString(run.number()),
                        formats.inText(finished == null ? run.startedAt() : finished));
        };
    }

    /** A run that asks Autotask nothing says so. */
    private static String of(RunView run, String key) {
        return run.kind().reads() ? key : key + "." + run.kind();
    }

    private static boolean retrying(MigrationView view) {
        RunView run = view.run();
        return run != null && run.retrying() && view.status().active();
    }

    private static int step(RunStatus status) {
        return switch (status) {
            case CREATED -> StepView.REVIEW;
            case QUEUED, RUNNING, WAITING, PAUSED, FAILED, CANCELLED -> StepView.IMPORT;
            case COMPLETED, COMPLETED_WITH_ISSUES -> StepView.REPORT;
        };
    }

    private static Actions actions(RunStatus status) {
        return switch (status) {
            case CREATED -> new Actions(true, false, false, false, false, false, true);
            case QUEUED, RUNNING, WAITING -> new Actions(false, true, false, true, false, false, false);
            case PAUSED, FAILED -> new Actions(false, false, true, true, false, false, true);
            case CANCELLED, COMPLETED, COMPLETED_WITH_ISSUES ->
                new Actions(false, false, false, false, true, true, true);
        };
    }
}
