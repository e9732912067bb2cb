package app.ascent.autotask.client;

import java.util.List;

/**
 * A tenant, ready to be read. Every call takes from the budget of its Autotask database and is retried where that can
 * help; what is left is an {@link AutotaskFailure}. Nothing here can write to Autotask. Entities are named as in the
 * API's paths ({@code Companies}). Calls throw {@link IllegalStateException} inside a transaction.
 */
public interface AutotaskSession {

    Zone zone();

    /**
     * The records with these ids, at most 500 of them, in one call; those that are gone are left out. It reads the
     * tenant's quota only when there seems to be no room, since the reading would double what a single record costs.
     */
    EntityPage query(String entity, List<Long> ids) throws InterruptedException;

    /**
     * Up to 500 of those records whose id is above {@code after}, ascending.
     *
     * @throws AutotaskFailure.UnknownField when the tenant has no such field to filter by; that is asked before
     */
    EntityPage page(EntityQuery query, long after) throws InterruptedException;

    long count(String entity) throws InterruptedException;

    /**
     * How many these are.
     *
     * @throws AutotaskFailure.UnknownField when the tenant has no such field to filter by; that is asked before
     */
    long total(EntityQuery query) throws InterruptedException;

    Access access(String entity) throws InterruptedException;

    List<EntityField> fields(String entity) throws InterruptedException;

    /**
     * Fetches the content of a file, by the first of several ways that leads to any; the one by which content last came is tried first.
     * It goes into the sink while it comes. A way that leads nowhere is no failure of the session, and trouble that passes is one.
     *
     * @param ways below the address of the API: {@code Tickets/12/Attachments/880123}
     * @param most bytes that are taken
     */
    Download download(List<String> ways, Download.Sink sink, long most) throws InterruptedException;

    /** Reads the tenant's quota anew and lets the budget know. */
    QuotaReading quota() throws InterruptedException;
}
