package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what an import knows of a record, for its Source card; implemented where imports live. */
public interface SourceInsight {

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
            List<String> remarks,
            List<String> keptEdits) {}

    /** What is known, or empty once the migration was deleted. {@code type} is {@code clients} or {@code contacts}. */
    Optional<View> find(OrganizationId organization, String type, Provenance provenance);
}
