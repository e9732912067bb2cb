package app.ascent.importing;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The record that others belong to, and are left out without.
 *
 * @param field in which they name it
 * @param source what it is in Autotask ({@code company})
 * @param target what it becomes in Ascent ({@code client})
 * @param stays what is said of one that is left out on purpose, with what belongs to it, by the reason for that
 */
public record Owner(EntityType type, String field, String source, String target, Map<Reason, String> stays) {

    /** The client that a record belongs to, by its company. */
    public static final Owner CLIENT = new Owner(new EntityType("companies"), "companyID", "company", "client");

    /** One that is never left out on purpose. */
    public Owner(EntityType type, String field, String source, String target) {
        this(type, field, source, target, Map.of());
    }

    /** Nothing where the field holds no id. */
    public Optional<SourceRef> reference(@Nullable String raw) {
        OptionalLong id = Value.id(raw);
        return id.isPresent() ? Optional.of(new SourceRef(type, new SourceId(id.getAsLong()))) : Optional.empty();
    }

    /**
     * What a record becomes.
     *
     * @param raw what stands in the field
     * @param ready for one whose owner is in Ascent
     */
    public <T> Mapped<T> map(@Nullable String raw, References references, Function<TargetId, Mapped<T>> ready) {
        Optional<SourceRef> reference = reference(raw);
        if (reference.isEmpty()) {
            return withoutId(raw);
        }
        Resolution resolution = references.resolve(reference.get());
        return resolution instanceof Resolution.Loaded loaded
                ? ready.apply(loaded.target())
                : skipped(reference.get(), resolution);
    }

    private <T> Mapped<T> withoutId(@Nullable String raw) {
        String unreadable = FieldReading.shown(Text.clean(raw));
        if (unreadable == null) {
            return new Mapped.Skipped<>(Finding.of(Reason.PARENT_NOT_IMPORTED, field, null)
                    .saying("It belongs to no %s in Autotask, so it has no %s to belong to."
                            .formatted(source, target)));
        }
        return new Mapped.Rejected<>(List.of(Finding.of(Reason.INVALID_VALUE, field, unreadable)
                .saying("The id of its %s cannot be read, so its %s cannot be found.".formatted(source, target))));
    }

    private <T> Mapped<T> skipped(SourceRef reference, Resolution resolution) {
        boolean deleted = resolution instanceof Resolution.NotLoaded missing
                && missing.reason().equals(Reason.DELETED_IN_ASCENT);
        String id = reference.id().toString();
        if (resolution instanceof Resolution.NotLoaded missing && stays.containsKey(missing.reason())) {
            return new Mapped.Skipped<>(Finding.parentMissing(field, reference)
                    .saying("Its %s %s %s, and this belongs to it."
                            .formatted(
                                    source,
                                    MissingCompany.called(reference, missing.name()),
                                    stays.get(missing.reason()))));
        }
        String why = MissingCompany.why("Its " + source, reference, resolution);
        return new Mapped.Skipped<>(
                deleted
                        ? Finding.of(Reason.DELETED_IN_ASCENT, field, id)
                                .saying("%s (%s) was deleted in Ascent. It is not brought back."
                                        .formatted(
                                                source.endsWith(target)
                                                        ? "Its " + source
                                                        : "The %s of its %s".formatted(target, source),
                                                id))
                        : why == null
                                ? Finding.parentMissing(field, reference)
                                : Finding.parentMissing(field, reference)
                                        .saying(why + ". It has no %s to belong to.".formatted(target)));
    }
}
