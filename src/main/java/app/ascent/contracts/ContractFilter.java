package app.ascent.contracts;

import app.ascent.crm.ClientId;
import org.jspecify.annotations.Nullable;

/** Which contracts to list; null does not filter. */
public record ContractFilter(
        @Nullable String search, @Nullable ClientId client, @Nullable ContractType type, @Nullable Standing standing) {

    /** One status, or all that people work under. */
    public enum Standing {
        RUNNING,
        DRAFT,
        ACTIVE,
        EXPIRING_SOON,
        EXPIRED,
        RENEWED,
        CANCELLED;

        public static Standing of(ContractStatus status) {
            return valueOf(status.name());
        }
    }

    public static final ContractFilter NONE = new ContractFilter(null, null, null, null);

    /** All contracts of one client, however they stand. */
    public static ContractFilter of(ClientId client) {
        return new ContractFilter(null, client, null, null);
    }
}
