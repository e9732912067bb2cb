package app.ascent.files;

import app.ascent.identity.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows of files that an import saw where it came from and did not bring, so that nobody misses them without a word; implemented
 * where imports live.
 */
public interface NotCopied {

    /** So many are told of beside one record. */
    int MOST = 25;

    /** @param why in a word or two */
    record Missed(String name, String why) {}

    /** @param more that are not told by their names */
    record Lines(List<Missed> files, long more) {

        public static final Lines NONE = new Lines(List.of(), 0);
    }

    /**
     * Beside some records; those of which there is nothing to tell are absent.
     *
     * @param listed whether files are meant that would be listed at the records, or those that would be attached to them
     * @param hidden kinds of record whose files are left out
     */
    Map<OwnerId, Lines> beside(
            OrganizationId organization, Collection<OwnerId> records, boolean listed, Collection<String> hidden);

    /** Where that is changed, if the last import brought no files at all, as it was told. */
    Optional<String> leftOut(OrganizationId organization);
}
