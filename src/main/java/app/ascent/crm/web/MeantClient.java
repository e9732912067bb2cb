package app.ascent.crm.web;

import app.ascent.crm.ClientId;
import app.ascent.record.page.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client a list of contacts is narrowed to.
 *
 * @param chosen null when there is none
 * @param typed what stands in the field: the client's name, or what nobody can be found by
 * @param candidates the clients that what was typed may mean
 */
record MeantClient(@Nullable Named chosen, @Nullable ClientId id, String typed, List<ClientRow> candidates) {

    static final MeantClient NONE = new MeantClient(null, null, "", List.of());

    /** Of an address with an id that may be nobody's, too: its list is empty. */
    static MeantClient of(@Nullable Named chosen, ClientId id) {
        return new MeantClient(chosen, id, chosen == null ? "" : chosen.name(), List.of());
    }

    static MeantClient unclear(String typed, List<ClientRow> candidates) {
        return new MeantClient(null, null, typed, candidates);
    }

    boolean isClear() {
        return id != null || typed.isEmpty();
    }
}
