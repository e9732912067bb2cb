package app.ascent.crm.web;

import app.ascent.crm.ClientFilter;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.Doubles;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Named;
import app.ascent.text.Folded;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds out which client somebody means who typed its name: there are too many for a list to choose from. */
@Component
class MeantClients {

    private static final PageRequest CANDIDATES = PageRequest.of(0, 10);

    private final Clients clients;
    private final Doubles doubles;

    MeantClients(Clients clients, Doubles doubles) {
        this.clients = clients;
        this.doubles = doubles;
    }

    /** An id holds as long as its client's name stands in the field; an emptied field means all clients. */
    MeantClient of(OrganizationId organization, ListQuery query) {
        ClientId id = query.chosenClient();
        String typed = query.typedClient();
        Named named = id == null
                ? null
                : clients.find(organization, id).map(Records::named).orElse(null);
        if (id != null && (typed == null || named != null && isCalled(named.name(), typed))) {
            return MeantClient.of(named, id);
        }
        return typed == null || typed.isEmpty() ? MeantClient.NONE : called(organization, typed);
    }

    List<String> names(OrganizationId organization, String typed) {
        return typed.isBlank()
                ? List.of()
                : search(organization, typed).stream()
                        .map(client -> client.fields().name())
                        .distinct()
                        .toList();
    }

    private MeantClient called(OrganizationId organization, String typed) {
        List<ClientView> exact = doubles.called(organization, typed);
        List<ClientView> found = exact.isEmpty() ? search(organization, typed) : exact;
        return found.size() == 1
                ? MeantClient.of(
                        Records.named(found.getFirst()), found.getFirst().id())
                : MeantClient.unclear(
                        typed,
                        found.stream().map(client -> ClientRow.of(client, 0)).toList());
    }

    private List<ClientView> search(OrganizationId organization, String typed) {
        return clients.browse(organization, new ClientFilter(typed, null, null, null), CANDIDATES)
                .page()
                .getContent();
    }

    private static boolean isCalled(String name, String typed) {
        return Folded.text(name).equals(Folded.text(typed));
    }
}
