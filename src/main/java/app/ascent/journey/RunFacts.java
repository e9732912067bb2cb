package app.ascent.journey;

import app.ascent.importing.AutotaskEntities;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The small facts of one run: when, how many calls, how fast, by which rule. */
@Component
public class RunFacts {

    private final AutotaskEntities entities;
    private final Formats formats;
    private final Texts texts;

    public RunFacts(AutotaskEntities entities, Formats formats, Texts texts) {
        this.entities = entities;
        this.formats = formats;
        this.texts = texts;
    }

    public List<Fact> of(RunView run) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "fact.run", texts.say("fact.run." + run.kind(), Integer.toString(run.number())));
        add(facts, "fact.started", formats.moment(run.startedAt()));
        add(facts, "fact.calls", calls(run));
        if (run.averageAnswer() != null) {
            add(facts, "fact.answer", seconds(run.averageAnswer()));
        }
        if (run.status() == RunStatus.WAITING) {
            if (run.waitingSince() != null) {
                add(facts, "fact.waiting", formats.day(run.waitingSince()));
            }
            if (run.resumesAt() != null) {
                add(facts, "fact.resumes", texts.say("fact.resumes.value", formats.until(run.resumesAt())));
            }
        } else {
            speed(run, facts);
        }
        if (run.finishedAt() != null) {
            add(facts, "fact.finished", formats.moment(run.finishedAt()));
        }
        add(facts, "fact.conflicts", texts.say("conflicts." + run.conflicts()));
        add(facts, "fact.credentials", texts.say("fact.credentials.value"));
        return facts;
    }

    /** The same of a run that has ended, with what the line under its title does not say. */
    public List<Fact> ended(RunView run, String startedBy) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "fact.by", startedBy);
        add(facts, "fact.worked", formats.duration(run.worked()));
        facts.addAll(of(run));
        return facts;
    }

    /** About so many, from what the source counted; each file is one. */
    public long expectedCalls(RunView run) {
        long files = run.entities().stream()
                .filter(entity -> entity.bytes() != null)
                .map(EntityProgress::expected)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return files
                + Estimate.calls(
                        run.entities().stream()
                                .map(EntityProgress::expected)
                                .filter(Objects::nonNull)
                                .toList(),
                        entities.within(run.scope()));
    }

    private String calls(RunView run) {
        boolean counted = run.entities().stream().allMatch(entity -> entity.expected() != null);
        long expected = expectedCalls(run);
        return run.kind().reads() && counted && run.calls() <= expected
                ? texts.say("fact.calls.value", formats.count(run.calls()), formats.count(expected))
                : formats.count(run.calls());
    }

    private void speed(RunView run, List<Fact> facts) {
        long handled = Totals.of(run.entities()).handled();
        long seconds = run.worked().toSeconds();
        if (seconds >= 5 && handled > 0) {
            long aMinute = handled * 60 / seconds;
            add(facts, "fact.speed", formats.count(aMinute < 1000 ? aMinute : aMinute / 100 * 100));
        }
    }

    private void add(List<Fact> facts, String key, String value) {
        facts.add(new Fact(null, texts.say(key), value));
    }

    private String seconds(Duration duration) {
        return duration.toMillis() < 100
                ? texts.say("fact.answer.fast")
                : String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
    }
}
