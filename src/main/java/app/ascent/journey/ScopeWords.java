package app.ascent.journey;

import app.ascent.migration.EntityProgress;
import app.ascent.migration.spi.Scope;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a run leaves out because the Owner chose so, so that nobody looks for it among what is missing. */
@Component
public class ScopeWords {

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;

    public ScopeWords(Formats formats, Texts texts, RecordTypes types) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
    }

    /** For a report, which also says that nothing is left out. */
    public String said(Scope scope, List<EntityProgress> entities) {
        return Objects.requireNonNullElseGet(leftOut(scope, entities), () -> texts.say("scope.left-out.none"));
    }

    /** Null where nothing is left out. */
    public @Nullable String leftOut(Scope scope, List<EntityProgress> entities) {
        List<String> sentences = Stream.of(records(scope, entities), limits(scope))
                .filter(Objects::nonNull)
                .toList();
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    /** Which files come; null where all do. */
    public @Nullable String limits(Scope scope) {
        LocalDate since = scope.limits().since();
        Long upTo = scope.limits().upTo();
        if (since == null) {
            return upTo == null ? null : texts.say("scope.limits.upTo", Megabytes.of(upTo));
        }
        return upTo == null
                ? texts.say("scope.limits.since", formats.date(since))
                : texts.say("scope.limits", formats.date(since), Megabytes.of(upTo));
    }

    private @Nullable String records(Scope scope, List<EntityProgress> entities) {
        List<String> words = new ArrayList<>(scope.leftOut().stream()
                .map(types::inText)
                .sorted(Comparator.naturalOrder())
                .toList());
        List<String> records = entities.stream()
                .filter(type -> type.leftOut() > 0)
                .map(type -> types.count(type.entity(), type.leftOut()))
                .toList();
        words.addAll(records);
        if (words.isEmpty()) {
            return null;
        }
        String sentence = texts.say("scope.left-out", types.sentence(words));
        return records.isEmpty() ? sentence : (sentence + " " + why(scope)).strip();
    }

    private String why(Scope scope) {
        return switch (scope.history()) {
            case ALL -> scope.leftOut().isEmpty() ? "" : texts.say("scope.why.ALL");
            case NONE -> texts.say("scope.why.NONE");
            case SINCE -> texts.say("scope.why.SINCE", formats.date(Objects.requireNonNull(scope.since())));
        };
    }
}
