package app.ascent.importing.field;

import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.DecidableField.Targets;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Finding;
import app.ascent.text.Folded;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a picklist become, if the Owner does not decide otherwise. The label tells it; only where a value that
 * Autotask itself defined has one that says nothing to us, its number does.
 *
 * @param field of the picklist
 * @param targets what can be chosen
 * @param fallback what is shown for a value that says nothing
 * @param byLabel the target for a label as {@link Folded#key} has it, or null
 * @param bySystemId targets of Autotask's own values
 */
public record Meaning(
        String field,
        List<String> targets,
        String fallback,
        Function<String, @Nullable String> byLabel,
        Map<String, String> bySystemId) {

    public DecidableField decidable() {
        return new DecidableField(field, targets, fallback, this::proposal);
    }

    /** Beside its own targets others can be chosen; one that bears the label of a value is what that becomes. */
    public DecidableField among(Targets offers) {
        return new DecidableField(field, offers, fallback, (entry, offered) -> {
            String key = Folded.key(Text.name(entry.label()));
            return offered.stream()
                    .filter(target -> target.label() != null
                            && !key.isEmpty()
                            && Folded.key(target.label()).equals(key))
                    .map(DecidableField.Target::key)
                    .findFirst()
                    .orElseGet(() -> proposal(entry));
        });
    }

    private @Nullable String proposal(Dictionary.Entry entry) {
        String target = byLabel.apply(Folded.key(Text.name(entry.label())));
        return target == null && entry.system() ? bySystemId.get(entry.value()) : target;
    }

    /**
     * What the value of a record becomes. The label stays under Source.
     *
     * @param otherwise for one that says nothing, and for none
     */
    public String of(@Nullable String raw, FieldReading reading, String otherwise) {
        String value = Value.listed(raw);
        Dictionary.Entry entry =
                reading.entry(field, Objects.requireNonNullElse(value, "")).orElse(null);
        String label = entry == null ? null : Text.name(entry.label());
        reading.keep(field, label == null ? value : label);
        String target = entry == null ? null : entry.target();
        String used = target == null ? otherwise : target;
        // A target beyond these was proposed for its name, since it bears the label.
        Finding remark = Finding.unknownValue(
                field, FieldReading.shown(value), label, label == null || targets.contains(used) ? used : label);
        if (target == null) {
            reading.assumed(field);
            reading.remark(remark);
        } else if (entry != null && !entry.active()) {
            reading.remark(remark.saying(
                    "Autotask no longer offers %s. It was imported like any other of that kind.".formatted(label)));
        }
        return used;
    }
}
