package app.ascent.journey.edits;

import app.ascent.identity.CurrentUser;
import app.ascent.importing.AutotaskEntities;
import app.ascent.journey.RecordTypes;
import app.ascent.migration.LostEdits.LostEdit;
import app.ascent.migration.LostEdits.Preview;
import app.ascent.record.page.FieldLabels;
import app.ascent.record.page.FieldValues;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what people would lose by a run in which Autotask wins: how much, and value by value. */
@Component
public class LostEditViews {

    /** What a dialog shows before it points to the page that shows all. */
    private static final int FIRST = 5;

    private final Formats formats;
    private final Texts texts;
    private final RecordTypes types;
    private final AutotaskEntities entities;
    private final FieldLabels labels;
    private final FieldValues values;
    private final CurrentUser currentUser;

    LostEditViews(
            Formats formats,
            Texts texts,
            RecordTypes types,
            AutotaskEntities entities,
            FieldLabels labels,
            FieldValues values,
            CurrentUser currentUser) {
        this.formats = formats;
        this.texts = texts;
        this.types = types;
        this.entities = entities;
        this.labels = labels;
        this.values = values;
        this.currentUser = currentUser;
    }

    /** @param more what leads to the others, or null where these are all */
    public record LostEditList(String sentence, boolean none, List<Line> lines, @Nullable String more) {}

    public record Line(
            String record,
            String entity,
            @Nullable String href,
            String field,
            @Nullable String stands,
            @Nullable String comes) {}

    /** The first ones. */
    public LostEditList first(Preview preview) {
        int all = preview.edits().size();
        return list(
                preview,
                preview.edits().stream().limit(FIRST).toList(),
                all > FIRST ? texts.say("edits.all", formats.count(all)) : null);
    }

    LostEditList some(Preview preview, List<LostEdit> shown) {
        return list(preview, shown, null);
    }

    private LostEditList list(Preview preview, List<LostEdit> shown, @Nullable String more) {
        long edits = preview.edits().size();
        String sentence = edits == 0
                ? texts.say("edits.none")
                : texts.say(preview.all() ? "edits.lost" : "edits.lost.at-least", edits, preview.records());
        FieldValues.Shown words = values.of(currentUser.organization());
        return new LostEditList(
                sentence,
                edits == 0,
                shown.stream().map(edit -> line(edit, words)).toList(),
                more);
    }

    private Line line(LostEdit edit, FieldValues.Shown words) {
        return new Line(
                Objects.requireNonNullElseGet(edit.name(), () -> types.id(edit.sourceId())),
                types.singular(edit.entity()),
                href(edit),
                label(edit),
                value(edit, edit.inAscent(), words),
                value(edit, edit.inSource(), words));
    }

    private @Nullable String href(LostEdit edit) {
        return entities.of(edit.entity(), edit.sourceId())
                .flatMap(kind -> kind.page(edit.targetId()))
                .orElse(null);
    }

    /** Ascent's own word, or that of Autotask's field where it is none of the record's own. */
    private String label(LostEdit edit) {
        return entities.of(edit.entity(), edit.sourceId())
                .flatMap(kind -> kind.fields().find(edit.field()).map(field -> labels.of(kind.fields(), field)))
                .orElseGet(() -> types.field(edit.entity(), edit.sourceField()));
    }

    private @Nullable String value(LostEdit edit, @Nullable String value, FieldValues.Shown words) {
        return switch (value) {
            case null -> null;
            case "true" -> texts.say("yes");
            case "false" -> texts.say("no");
            default ->
                entities.of(edit.entity(), edit.sourceId())
                        .flatMap(kind ->
                                kind.fields().find(edit.field()).map(field -> words.value(kind.fields(), field, value)))
                        .orElse(value);
        };
    }
}
