package app.ascent.crm.web;

import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.crm.RecordStatus;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.Members;
import app.ascent.identity.UserStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the fields of a form offer to choose from. */
@Component
class ClientChoices {

    private static final int MEMBERS = 500;

    private final Members members;
    private final ProblemWords words;
    private final CurrentUser currentUser;

    ClientChoices(Members members, ProblemWords words, CurrentUser currentUser) {
        this.members = members;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** @param client that is edited, or null for a new one */
    ModelAndView offer(ModelAndView page, @Nullable ClientView client) {
        page.addObject("client", client == null ? null : ClientRow.of(client, 0));
        page.addObject("types", named(ClientType.values(), "client.type."));
        page.addObject("statuses", statuses());
        page.addObject("accountManagers", accountManagers(client));
        return page;
    }

    Map<String, String> statuses() {
        return named(RecordStatus.values(), "record.status.");
    }

    private Map<String, String> named(Enum<?>[] constants, String prefix) {
        return Arrays.stream(constants)
                .collect(Collectors.toMap(
                        Enum::name, it -> words.say(prefix + it.name()), (one, other) -> one, LinkedHashMap::new));
    }

    /** Active members, and whoever it is now. */
    private Map<String, String> accountManagers(@Nullable ClientView client) {
        return members.list(currentUser.organization(), PageRequest.of(0, MEMBERS, Sort.by("name", "id"))).stream()
                .filter(member -> member.status() == UserStatus.ACTIVE
                        || client != null && member.id().equals(client.fields().accountManager()))
                .collect(Collectors.toMap(
                        member -> member.id().toString(), Member::name, (one, other) -> one, LinkedHashMap::new));
    }
}
