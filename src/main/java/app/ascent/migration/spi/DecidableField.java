package app.ascent.migration.spi;

import app.ascent.identity.OrganizationId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A picklist field whose values the Owner may map to targets of Ascent; the engine keeps a decision for each value.
 *
 * @param field the source's field name; its values stand in the dictionary's table {@code <entity>.<field>}
 * @param targets what can be chosen
 * @param fallback what is used for a value nobody decided
 * @param proposal what is proposed for a listed value
 */
public record DecidableField(String field, Targets targets, String fallback, Proposal proposal) {

    /**
     * One that can be chosen.
     *
     * @param label what people call it, where it is a record of theirs; null where the pages have a word for it
     */
    public record Target(String key, @Nullable String label) {}

    /** What an organization can choose from now, in the order in which it is shown: it may be records, which come and go. */
    public interface Targets {

        List<Target> of(OrganizationId organization);
    }

    /** What Ascent would make of a value. */
    @FunctionalInterface
    public interface Proposal {

        /**
         * The key of a target, or null when the value is unknown to Ascent.
         *
         * @param offered what the organization can choose from: some of it may bear the value's name
         */
        @Nullable
        String of(Dictionary.Entry entry, List<Target> offered);
    }

    /** With targets that are the same for everybody. */
    public DecidableField(
            String field,
            List<String> targets,
            String fallback,
            Function<Dictionary.Entry, @Nullable String> proposal) {
        this(
                field,
                organization ->
                        targets.stream().map(key -> new Target(key, null)).toList(),
                fallback,
                (entry, offered) -> proposal.apply(entry));
    }

    /** Whether the organization can choose that now. */
    public boolean offers(OrganizationId organization, String target) {
        return targets.of(organization).stream().anyMatch(each -> each.key().equals(target));
    }
}
