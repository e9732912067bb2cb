package app.ascent.migration.spi;

import app.ascent.migration.spi.References.Resolution;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reference that is set when all records of its type are there, since it may name one with a larger id: a parent. Mapping leaves
 * it in {@link Mapped.Ready#links()}; the engine goes through all of them, looks for circles, and tells what became of each.
 */
public non-sealed interface DeferredLink extends Afterwards {

    /**
     * A record whose link is to be set.
     *
     * @param target the record that the source names, or null where it names none that is in Ascent
     * @param lastWritten what an import last wrote there; where something else stands, a person chose it
     */
    record Wanted(TargetId record, @Nullable TargetId target, @Nullable TargetId lastWritten) {}

    /** A record whose link a person chose, while the source has another record there that is in Ascent. */
    record Chosen(TargetId record, @Nullable TargetId stands, TargetId wanted) {}

    /**
     * One that has, by however many links, itself above it.
     *
     * @param source the record of this run's source that it came from, or null
     */
    record InCircle(TargetId record, TargetId to, @Nullable SourceId source) {}

    /**
     * What a record's link is now.
     *
     * @param source the record of this run's source that it came from, or null
     */
    record Standing(TargetId record, @Nullable TargetId to, @Nullable SourceId source) {}

    /** What a link was and is. */
    record Moved(TargetId record, @Nullable TargetId before, @Nullable TargetId after) {}

    /** The source's name for the field that holds it. */
    String field();

    /** Whether it names records of its own type alone: these are all there when the type is, whatever comes with later waves. */
    default boolean withinType() {
        return false;
    }

    /** Those of the page that a person chose. */
    List<Chosen> chosen(RunContext run, List<Wanted> page);

    /**
     * Sets the links of a page. A target that is gone, or the record itself, is none. What a person chose stays, unless the
     * source wins and has a record there that is in Ascent.
     */
    void set(RunContext run, List<Wanted> page);

    /** Whether such links must not form circles. */
    boolean cutsCircles();

    /** What stands in these records; those that are gone are absent. Asked of links that must not form circles. */
    List<Standing> standing(RunContext run, Collection<TargetId> records);

    /** Circles that stand now, of whatever length. Asked of links that must not form any. */
    List<List<InCircle>> circles(RunContext run);

    /** Sets links whatever stands there. */
    void put(RunContext run, Map<TargetId, @Nullable TargetId> links);

    /** Tells in the records' activity what people lost. */
    void tellLost(RunContext run, List<Moved> links);

    /** Tells there that it was given back, since the source's links form a circle, which does not say who belongs to whom. */
    void tellGivenBack(RunContext run, List<Moved> links);

    Map<TargetId, String> names(RunContext run, Collection<TargetId> records);

    /** A sentence that says why the link was left out, for one that names a record which is not in Ascent. */
    String missing(SourceRef to, Resolution resolution);

    /** A sentence for one that was left out as part of a circle, or null for what is usually said. */
    default @Nullable String circular() {
        return null;
    }
}
