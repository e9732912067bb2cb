package app.ascent.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client a list is narrowed to.
 *
 * @param chosen null when there is none
 * @param typed what stands in the field: the client's name, or what nobody can be found by
 * @param candidates the clients that what was typed may mean
 */
public record MeantClient(
        @Nullable ClientChoice chosen, @Nullable ClientId id, String typed, List<ClientChoice> candidates) {

    static final MeantClient NONE = new MeantClient(null, null, "", List.of());

    /** Of an address with an id that may be nobody's, too: its list is empty. */
    static MeantClient of(@Nullable ClientChoice chosen, ClientId id) {
        return new MeantClient(chosen, id, chosen == null ? "" : chosen.name(), List.of());
    }

    static MeantClient unclear(String typed, List<ClientChoice> candidates) {
        return new MeantClient(null, null, typed, candidates);
    }

    public boolean isClear() {
        return id != null || typed.isEmpty();
    }
}
