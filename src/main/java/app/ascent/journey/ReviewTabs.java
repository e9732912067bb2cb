package app.ascent.journey;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.Somebody;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.RunStatus;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is decided about an import, each on a page of its own, with how much of it waits for somebody. */
@Component
public class ReviewTabs {

    public static final String OVERVIEW = "";
    public static final String SCOPE = "/scope";
    public static final String DECISIONS = "/values";
    public static final String PEOPLE = "/people";

    /** @param open what there is to decide, in words; null where there is nothing */
    public record Tab(String href, String label, @Nullable String open, boolean current) {}

    private final Texts texts;

    public ReviewTabs(Texts texts) {
        this.texts = texts;
    }

    /** @param current the tab that is shown */
    public List<Tab> of(AutotaskMigration migration, String current, List<Decision> decisions, List<Somebody> people) {
        String root = Heads.ROOT + "/" + migration.migration().id();
        List<Tab> tabs = new ArrayList<>();
        String first = first(migration.migration().status());
        if (first != null) {
            tabs.add(new Tab(root, texts.say("review.tab." + first), null, current.equals(OVERVIEW)));
        }
        tabs.add(tab(root, SCOPE, "scope", 0, current));
        tabs.add(tab(
                root,
                DECISIONS,
                "decisions",
                decisions.stream().filter(decision -> decision.target() == null).count(),
                current));
        tabs.add(tab(
                root, PEOPLE, "people", people.stream().filter(Somebody::open).count(), current));
        return tabs;
    }

    /** What the migration's own page is; null while that is a run, which nobody looks at to decide something. */
    private static @Nullable String first(RunStatus status) {
        return switch (status) {
            case CREATED -> "overview";
            case COMPLETED, COMPLETED_WITH_ISSUES -> "report";
            case QUEUED, RUNNING, WAITING, PAUSED, FAILED, CANCELLED -> null;
        };
    }

    private Tab tab(String root, String path, String name, long open, String current) {
        return new Tab(
                root + path,
                texts.say("review.tab." + name),
                open == 0 ? null : texts.say("review.tab.open", open),
                current.equals(path));
    }
}
