package app.ascent.projects;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.identity.UserId;
import org.jspecify.annotations.Nullable;

/** Which projects to list; null does not filter. */
public record ProjectFilter(
        @Nullable String search,
        @Nullable ClientId client,
        @Nullable ContractId contract,
        @Nullable UserId lead,
        @Nullable Standing standing) {

    /** One status, or all in which there is still something to do. */
    public enum Standing {
        OPEN,
        PLANNING,
        ACTIVE,
        ON_HOLD,
        COMPLETED,
        CANCELLED;

        public static Standing of(ProjectStatus status) {
            return valueOf(status.name());
        }
    }

    /** All projects of one client, however they stand. */
    public static ProjectFilter of(ClientId client) {
        return new ProjectFilter(null, client, null, null, null);
    }

    /** All projects that are done under one contract. */
    public static ProjectFilter of(ContractId contract) {
        return new ProjectFilter(null, null, contract, null, null);
    }
}
