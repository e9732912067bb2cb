package app.ascent.journey;

import app.ascent.migration.RetryRows;
import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of trying records again.
 *
 * @param pending whether something is still to come
 */
public record TriedAgain(boolean pending, String text) {

    public static TriedAgain of(RetryRows.Result result, RunView run, Formats formats, Texts texts) {
        String at = formats.time(result.askedAt());
        boolean pending = result.pending() > 0 && run.retrying();
        if (pending) {
            return new TriedAgain(true, texts.say("tried.all.pending", at, result.pending()));
        }
        List<String> came = new ArrayList<>();
        add(came, "tried.all.loaded", result.loaded(), texts);
        add(came, "tried.all.same", result.same(), texts);
        add(came, "tried.all.other", result.otherwise(), texts);
        return new TriedAgain(false, texts.say("tried.all", at, result.tried(), String.join(", ", came)));
    }

    private static void add(List<String> came, String key, long count, Texts texts) {
        if (count > 0) {
            came.add(texts.say(key, count));
        }
    }
}
