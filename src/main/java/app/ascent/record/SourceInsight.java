package app.ascent.record;

import app.ascent.identity.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what an import knows of a record, for its Source card; implemented where imports live. */
public interface SourceInsight {

    /**
     * A piece of a sentence.
     *
     * @param href where it leads, such as to the record it names
     * @param ownersOnly whether nobody but the Owner may go there
     */
    record Part(String text, @Nullable String href, boolean ownersOnly) {

        public Part(String text) {
            this(text, null, false);
        }
    }

    /** One sentence; other records in it are named and can be opened. */
    record Remark(List<Part> parts) {

        /** The sentence as it reads. */
        @Override
        public String toString() {
            return parts.stream().map(Part::text).collect(Collectors.joining());
        }
    }

    /**
     * @param webAddress the record's page in the source's own product
     * @param run address of the run that last touched it, shown to the Owner alone
     * @param result what that run did: "Created", "Updated", "Unchanged", "Linked to an existing record"
     * @param remarks one sentence each, amber
     * @param keptEdits one sentence each, grey
     */
    record View(
            @Nullable String webAddress,
            @Nullable Instant firstImport,
            @Nullable Instant lastImport,
            @Nullable String run,
            @Nullable String result,
            List<Remark> remarks,
            List<Remark> keptEdits) {}

    /** What is known, or empty once the migration was deleted. {@code type} is {@code clients} or {@code contacts}. */
    Optional<View> find(OrganizationId organization, String type, Provenance provenance);
}
