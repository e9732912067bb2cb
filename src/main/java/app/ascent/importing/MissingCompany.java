package app.ascent.importing;

import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceRef;
import org.jspecify.annotations.Nullable;

/** Says why a company that another record points to is not in Ascent, as far as that can be told. */
public final class MissingCompany {

    private MissingCompany() {}

    /** The beginning of a sentence, from "Its company" on; null where it is in Ascent, or left out of the import. */
    public static @Nullable String why(String its, SourceRef company, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Loaded _, Resolution.LeftOut _ -> null;
            case Resolution.NotLoaded missing ->
                "%s %s %s".formatted(its, called(company, missing.name()), fate(missing.reason()));
            case Resolution.Gone gone ->
                gone.hides()
                        ? "%s %s came in an earlier run, and now it is not among those this API user may see: it is hidden, by its Line of Business for one, or was deleted in Autotask"
                                .formatted(its, called(company, gone.name()))
                        : "%s %s came in an earlier run, and Autotask does not send it any more, so it was probably deleted there"
                                .formatted(its, called(company, gone.name()));
            case Resolution.Unknown unknown ->
                unknown.hides()
                        ? "%s %s is not among those this API user may see: it is hidden, by its Line of Business for one, or was deleted in Autotask"
                                .formatted(its, called(company, null))
                        : "Autotask did not send %s %s, though this API user may read all of them, so it was probably deleted there"
                                .formatted(lower(its), called(company, null));
        };
    }

    private static String fate(Reason reason) {
        if (reason.equals(Reason.DELETED_IN_ASCENT)) {
            return "was deleted in Ascent";
        }
        return reason.level() == Reason.Level.FAILURE ? "failed" : "was skipped";
    }

    static String called(SourceRef company, @Nullable String name) {
        return name == null ? "(" + company.id() + ")" : name + " (" + company.id() + ")";
    }

    private static String lower(String its) {
        return Character.toLowerCase(its.charAt(0)) + its.substring(1);
    }
}
