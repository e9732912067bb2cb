package app.ascent.crm.page;

import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.crm.MeantClient;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordPages;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Asks on pages of records which client they belong to: there are too many for a list to choose from. */
@Component
public class WhichClient {

    private static final String FIELD = "clientId";

    private final Clients clients;
    private final MeantClients meantClients;
    private final CurrentUser currentUser;

    WhichClient(Clients clients, MeantClients meantClients, CurrentUser currentUser) {
        this.clients = clients;
        this.meantClients = meantClients;
        this.currentUser = currentUser;
    }

    /**
     * A list narrowed to the client that is meant; of nothing as long as that may be one of several.
     *
     * @return whether nothing was found of one that is clear
     */
    public <Q extends NarrowedToClient<Q>, L> boolean list(
            RecordPages<?, ?, L> pages, Q query, Function<Q, L> filter, Model model) {
        MeantClient meant = meantClients.of(currentUser.organization(), query.chosenClient(), query.typedClient());
        model.addAttribute("meant", meant);
        if (!meant.isClear()) {
            pages.nothing(query, model);
            return false;
        }
        Q settled = query.of(meant.id());
        model.addAttribute("query", settled);
        return pages.list(settled, filter, model);
    }

    /**
     * The form of a new record, once its client is chosen.
     *
     * @param returned what comes back after its session had ended, if anything does
     */
    public ModelAndView first(
            RecordForms<?, ?> forms, @Nullable UUID client, String search, @Nullable Entered returned) {
        return first(forms, client, search, returned, begun -> begun);
    }

    /** @param begun adds what is known of the new record beside its client */
    public ModelAndView first(
            RecordForms<?, ?> forms,
            @Nullable UUID client,
            String search,
            @Nullable Entered returned,
            UnaryOperator<Entered> begun) {
        if (client == null) {
            return choose(forms.page("record/new-client"), search);
        }
        if (returned != null) {
            return forms.addReturned(returned);
        }
        ClientId chosen =
                clients.get(currentUser.organization(), new ClientId(client)).id();
        return forms.add(begun.apply(forms.fresh().with(FIELD, chosen)));
    }

    /** Clients to choose from, on a page that asks for one. */
    public ModelAndView choose(ModelAndView page, String search) {
        return page.addObject("search", search)
                .addObject("found", meantClients.choices(currentUser.organization(), search));
    }

    /** The client of what was entered, or null where that is nobody yet. */
    public static @Nullable ClientId of(Entered entered) {
        return (ClientId) Ids.parsed(ClientId.class, entered.comparable(FIELD));
    }
}
