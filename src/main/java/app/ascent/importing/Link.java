package app.ascent.importing;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.text.Text;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Another record that a record names, and may do without.
 *
 * @param field in which it names it
 * @param raw what stands there
 * @param what it is, within a sentence
 */
public record Link(String field, EntityType type, @Nullable String raw, String what) {

    public static final EntityType CONTACTS = new EntityType("contacts");
    public static final EntityType CONTRACTS = new EntityType("contracts");

    public Optional<SourceRef> reference() {
        OptionalLong id = Value.id(raw);
        return id.isPresent() ? Optional.of(new SourceRef(type, new SourceId(id.getAsLong()))) : Optional.empty();
    }

    /** What it became in Ascent, or null; where it is missing there the number stays under Source, with a remark. */
    public <I> @Nullable I in(References references, FieldReading reading, Function<UUID, I> id) {
        Optional<SourceRef> reference = reference();
        if (reference.isPresent()
                && references.resolve(reference.get()) instanceof References.Resolution.Loaded loaded) {
            return id.apply(loaded.target().value());
        }
        String value = Text.clean(raw);
        if (value == null) {
            return null;
        }
        reading.keep(field, value);
        reading.unresolved(field);
        Finding missing = reference.isPresent()
                ? references
                        .missing(field, reference.get())
                        .map(finding ->
                                finding.saying("Its %s is not in Ascent, so it stands without one.".formatted(what)))
                        .orElse(null)
                : Finding.of(Reason.REFERENCE_MISSING, field, FieldReading.shown(value))
                        .saying("The id of its %s cannot be read, so it stands without one.".formatted(what));
        if (missing != null) {
            reading.remark(missing);
        }
        return null;
    }
}
