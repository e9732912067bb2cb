package app.ascent.crm.page;

import app.ascent.crm.ClientId;
import app.ascent.record.page.ListView;
import app.ascent.record.page.RecordQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows that can be narrowed to one client.
 *
 * @param <Q> the query itself
 */
public interface NarrowedToClient<Q extends NarrowedToClient<Q>> extends RecordQuery<Q> {

    @Nullable
    String client();

    @Nullable
    String clientName();

    /** The same with the client that was meant, by its id alone. */
    Q of(@Nullable ClientId meant);

    default @Nullable ClientId chosenClient() {
        return ListView.id(ClientId.class, client());
    }

    /** What was typed to name the client whose records are wanted; null when the address says nothing of it. */
    default @Nullable String typedClient() {
        String typed = clientName();
        return typed == null ? null : typed.strip();
    }

    default boolean narrowed() {
        String typed = clientName();
        return chosenClient() != null || typed != null && !typed.isBlank();
    }
}
