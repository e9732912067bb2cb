package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityType;
import java.util.Locale;

/**
 * Why a type is not imported, or not to its end.
 *
 * @param reason a plain sentence
 */
public record Refusal(String code, String reason) {

    /** The code of a type that could be read, and needs one that cannot. */
    private static final String NEEDS_ANOTHER = "needs-another";

    static Refusal needing(EntityType type, EntityType needed) {
        return new Refusal(
                NEEDS_ANOTHER,
                "%s were not imported: they need %s, which could not be read."
                        .formatted(type.words(), needed.words().toLowerCase(Locale.ROOT)));
    }

    /** Whether nothing of the type may be loaded, since what its records stand on is missing. */
    boolean needsAnother() {
        return NEEDS_ANOTHER.equals(code);
    }
}
