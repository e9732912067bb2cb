package app.ascent.journey;

import app.ascent.importing.Somebody;
import app.ascent.migration.Reports.Decision;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Choices of what values and people become that no run has gone by yet.
 *
 * @param title how many wait
 * @param apply what the button says that begins a run which goes by them
 * @param effect on how many records, and at what price
 */
public record WaitingChoices(String title, String apply, String effect) {

    /** Null where none waits. */
    public static @Nullable WaitingChoices of(List<Decision> decisions, List<Somebody> people, Texts texts) {
        List<Long> waiting = Stream.concat(
                        decisions.stream()
                                .filter(Decision::waits)
                                .map(decision -> Objects.requireNonNullElse(decision.records(), 0L)),
                        people.stream().filter(Somebody::waits).map(Somebody::records))
                .toList();
        long records = waiting.stream().mapToLong(Long::longValue).sum();
        long choices = waiting.size();
        return waiting.isEmpty()
                ? null
                : new WaitingChoices(
                        texts.say("decision.waits", choices),
                        texts.say("decision.apply", choices),
                        texts.say("decision.apply.effect", records));
    }
}
