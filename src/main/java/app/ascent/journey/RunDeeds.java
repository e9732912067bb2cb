package app.ascent.journey;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.RunView;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what one run did in Ascent, apart from what the runs before it left there. */
public final class RunDeeds {

    private RunDeeds() {}

    public static String of(RunView run, Texts texts) {
        Totals totals = Totals.of(run.entities());
        return totals.loaded() == 0
                ? texts.say("deeds.none")
                : texts.say("deeds", totals.created(), totals.updated(), totals.linked(), totals.unchanged());
    }

    /** @param inAscent all records that came from the database, by type; empty when all of them are this run's */
    public static String earlier(RunView run, Map<String, Long> inAscent, Texts texts, RecordTypes types) {
        List<String> left = new ArrayList<>();
        inAscent.forEach((entity, count) -> {
            long created = run.entities().stream()
                    .filter(each -> each.entity().equals(entity))
                    .mapToLong(EntityProgress::created)
                    .sum();
            long before = Math.max(0, count - created);
            if (before > 0) {
                left.add(types.kept(entity, before));
            }
        });
        return left.isEmpty() ? "" : texts.say("deeds.earlier", types.sentence(left));
    }
}
