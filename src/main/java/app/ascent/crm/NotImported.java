package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows of records that came from a source and did not get into Ascent, so that whoever looks for one by its id there is
 * not left with nothing; implemented where imports live.
 */
public interface NotImported {

    /**
     * A record that was left out.
     *
     * @param name null where it has none, or none that can be read
     * @param address where the Owner sees why
     */
    record LeftOut(@Nullable String name, long id, String address) {}

    /** @param type of what it would have become, {@code clients} */
    Optional<LeftOut> find(OrganizationId organization, String type, long sourceId);
}
