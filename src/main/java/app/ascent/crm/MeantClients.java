package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.text.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds out which client somebody means who typed its name: there are too many for a list to choose from. */
@Service
public class MeantClients {

    private static final PageRequest CANDIDATES = PageRequest.of(0, 10);
    private static final PageRequest CHOICES = PageRequest.of(0, 25);

    private final ClientReading clients;
    private final Doubles doubles;

    MeantClients(ClientReading clients, Doubles doubles) {
        this.clients = clients;
        this.doubles = doubles;
    }

    /**
     * An id holds as long as its client's name stands in the field; an emptied field means all clients.
     *
     * @param typed null where nothing is said of it
     */
    @Transactional(readOnly = true)
    public MeantClient of(OrganizationId organization, @Nullable ClientId id, @Nullable String typed) {
        ClientChoice chosen = id == null
                ? null
                : clients.find(organization, id.value()).map(ClientChoice::of).orElse(null);
        if (id != null && (typed == null || chosen != null && isCalled(chosen.name(), typed))) {
            return MeantClient.of(chosen, id);
        }
        return typed == null || typed.isEmpty() ? MeantClient.NONE : called(organization, typed);
    }

    /** Names that fit what is being typed. */
    @Transactional(readOnly = true)
    public List<String> names(OrganizationId organization, String typed) {
        return typed.isBlank()
                ? List.of()
                : search(organization, typed, CANDIDATES).stream()
                        .map(ClientView::name)
                        .distinct()
                        .toList();
    }

    /** For whoever begins something that belongs to a client. */
    @Transactional(readOnly = true)
    public List<ClientChoice> choices(OrganizationId organization, String search) {
        return search(organization, search, CHOICES).stream()
                .map(ClientChoice::of)
                .toList();
    }

    private MeantClient called(OrganizationId organization, String typed) {
        List<ClientView> exact = doubles.called(organization, typed);
        List<ClientView> found = exact.isEmpty() ? search(organization, typed, CANDIDATES) : exact;
        return found.size() == 1
                ? MeantClient.of(
                        ClientChoice.of(found.getFirst()), found.getFirst().id())
                : MeantClient.unclear(
                        typed, found.stream().map(ClientChoice::of).toList());
    }

    private List<ClientView> search(OrganizationId organization, String typed, PageRequest rows) {
        return clients.some(organization, new ClientFilter(typed, null, null, null), rows)
                .page()
                .getContent();
    }

    private static boolean isCalled(String name, String typed) {
        return Folded.text(name).equals(Folded.text(typed));
    }
}
