package app.ascent.autotask.client;

import java.util.List;

/**
 * A tenant, ready to be read. Every call takes from the budget of its Autotask database and is retried where that can
 * help; what is left is an {@link AutotaskFailure}. Nothing here can write to Autotask. Entities are named as in the
 * API's paths ({@code Companies}). Calls throw {@link IllegalStateException} inside a transaction.
 */
public interface AutotaskSession {

    Zone zone();

    /** Up to 500 records whose id is above {@code after}, ascending. */
    EntityPage query(String entity, long after) throws InterruptedException;

    long count(String entity) throws InterruptedException;

    Access access(String entity) throws InterruptedException;

    List<EntityField> fields(String entity) throws InterruptedException;

    /** Reads the tenant's quota anew and lets the budget know. */
    QuotaReading quota() throws InterruptedException;
}
