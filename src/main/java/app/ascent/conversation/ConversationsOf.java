package app.ascent.conversation;

import app.ascent.identity.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Lets the records of one kind have a conversation each; contributed by that kind, so that no arrow leads back. */
public interface ConversationsOf {

    /** Its plural in addresses, and in the rows of entries: {@code tickets}. */
    String kind();

    /** Who reads what was said. */
    String readAuthority();

    /** Who adds to it. */
    String writeAuthority();

    /** The record, or empty where the organization has none; an entry is written in the transaction that asks. */
    Optional<Subject> find(OrganizationId organization, OwnerId id);

    /** Those of some records that are there, and that nobody deletes before the transaction ends. */
    Set<OwnerId> held(OrganizationId organization, Collection<OwnerId> ids);

    /** Somebody of the organization said something just now; in the transaction that writes it, and in one statement at most. */
    default void said(OrganizationId organization, OwnerId id, Instant at, Visibility visibility) {}

    /**
     * A record that a conversation is about.
     *
     * @param address of the page that shows the conversation
     * @param auditedAs what audit entries call such a record
     * @param closed whether nothing is added until somebody reopens it
     */
    record Subject(String name, String address, String auditedAs, boolean closed) {}
}
