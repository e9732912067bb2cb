package app.ascent.desk;

import app.ascent.assets.AssetId;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.record.Priority;
import app.ascent.record.table.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets to list; null does not filter.
 *
 * @param unassigned whether only those are wanted that nobody does, user or not
 * @param involved assigned to the ticket, or one of its people
 * @param contact of the ticket, or one of its further contacts
 * @param asset of the ticket, or one of its further assets
 * @param origin where it came from
 * @param dueFrom the moment from which on it is to be done
 * @param dueBefore the moment before which it is to be done
 * @param created days on which it was opened
 * @param updated days of the last thing that happened
 */
public record TicketFilter(
        @Nullable String search,
        Standing standing,
        @Nullable TicketStatusId status,
        @Nullable Priority priority,
        @Nullable ClientId client,
        @Nullable UserId assignee,
        boolean unassigned,
        @Nullable UserId involved,
        @Nullable ContactId contact,
        @Nullable ContractId contract,
        @Nullable AssetId asset,
        @Nullable ProjectId project,
        @Nullable TicketId problem,
        @Nullable TicketCategoryId category,
        @Nullable String queue,
        @Nullable String tag,
        @Nullable TicketType type,
        @Nullable Origin origin,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore,
        DateRange created,
        DateRange updated,
        DateRange due) {

    /** Whether something is still to be done. */
    public enum Standing {
        OPEN,
        CLOSED,
        ANY
    }

    /** All tickets of one client, however they stand. */
    public static TicketFilter of(ClientId client) {
        return builder().client(client).build();
    }

    /** All tickets of an organization, until more is said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Narrows a list by one thing after the other. */
    public static final class Builder {

        private @Nullable String search;
        private Standing standing = Standing.ANY;
        private @Nullable TicketStatusId status;
        private @Nullable Priority priority;
        private @Nullable ClientId client;
        private @Nullable UserId assignee;
        private boolean unassigned;
        private @Nullable UserId involved;
        private @Nullable ContactId contact;
        private @Nullable ContractId contract;
        private @Nullable AssetId asset;
        private @Nullable ProjectId project;
        private @Nullable TicketId problem;
        private @Nullable TicketCategoryId category;
        private @Nullable String queue;
        private @Nullable String tag;
        private @Nullable TicketType type;
        private @Nullable Origin origin;
        private @Nullable Instant dueFrom;
        private @Nullable Instant dueBefore;
        private DateRange created = DateRange.ANY;
        private DateRange updated = DateRange.ANY;
        private DateRange due = DateRange.ANY;

        private Builder() {}

        public TicketFilter build() {
            return new TicketFilter(
                    search,
                    standing,
                    status,
                    priority,
                    client,
                    assignee,
                    unassigned,
                    involved,
                    contact,
                    contract,
                    asset,
                    project,
                    problem,
                    category,
                    queue,
                    tag,
                    type,
                    origin,
                    dueFrom,
                    dueBefore,
                    created,
                    updated,
                    due);
        }

        public Builder search(@Nullable String search) {
            this.search = search;
            return this;
        }

        public Builder standing(Standing standing) {
            this.standing = standing;
            return this;
        }

        public Builder status(@Nullable TicketStatusId status) {
            this.status = status;
            return this;
        }

        public Builder priority(@Nullable Priority priority) {
            this.priority = priority;
            return this;
        }

        public Builder client(@Nullable ClientId client) {
            this.client = client;
            return this;
        }

        public Builder assignee(@Nullable UserId assignee) {
            this.assignee = assignee;
            return this;
        }

        public Builder unassigned(boolean unassigned) {
            this.unassigned = unassigned;
            return this;
        }

        public Builder involved(@Nullable UserId involved) {
            this.involved = involved;
            return this;
        }

        public Builder contact(@Nullable ContactId contact) {
            this.contact = contact;
            return this;
        }

        public Builder contract(@Nullable ContractId contract) {
            this.contract = contract;
            return this;
        }

        public Builder asset(@Nullable AssetId asset) {
            this.asset = asset;
            return this;
        }

        public Builder project(@Nullable ProjectId project) {
            this.project = project;
            return this;
        }

        public Builder problem(@Nullable TicketId problem) {
            this.problem = problem;
            return this;
        }

        public Builder category(@Nullable TicketCategoryId category) {
            this.category = category;
            return this;
        }

        public Builder queue(@Nullable String queue) {
            this.queue = queue;
            return this;
        }

        public Builder tag(@Nullable String tag) {
            this.tag = tag;
            return this;
        }

        public Builder type(@Nullable TicketType type) {
            this.type = type;
            return this;
        }

        public Builder origin(@Nullable Origin origin) {
            this.origin = origin;
            return this;
        }

        public Builder dueFrom(@Nullable Instant dueFrom) {
            this.dueFrom = dueFrom;
            return this;
        }

        public Builder dueBefore(@Nullable Instant dueBefore) {
            this.dueBefore = dueBefore;
            return this;
        }

        public Builder created(DateRange created) {
            this.created = created;
            return this;
        }

        public Builder updated(DateRange updated) {
            this.updated = updated;
            return this;
        }

        public Builder due(DateRange due) {
            this.due = due;
            return this;
        }
    }
}
