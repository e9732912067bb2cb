package app.ascent.crm.web;

import app.ascent.crm.ClientType;
import app.ascent.crm.ClientView;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.Members;
import app.ascent.identity.UserStatus;
import app.ascent.record.RecordStatus;
import app.ascent.record.page.RecordWords;
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
    private final RecordWords words;
    private final CurrentUser currentUser;

    ClientChoices(Members members, RecordWords words, CurrentUser currentUser) {
        this.members = members;
        this.words = words;
        this.currentUser = currentUser;
    }

    /** @param client that is edited, or null for a new one */
    ModelAndView offer(ModelAndView page, @Nullable ClientView client) {
        page.addObject("client", client == null ? null : ClientRow.of(client, 0));
        page.addObject("types", words.choices("client", "type", ClientType.values()));
        page.addObject("statuses", statuses());
        page.addObject("accountManagers", accountManagers(client));
        return page;
    }

    Map<String, String> statuses() {
        return words.choices("client", "status", RecordStatus.values());
    }

    /** Active members, and whoever it is now. */
    private Map<String, String> accountManagers(@Nullable ClientView client) {
        return members.list(currentUser.organization(), PageRequest.of(0, MEMBERS, Sort.by("name", "id"))).stream()
                .filter(member -> member.status() == UserStatus.ACTIVE
                        || client != null && member.id().equals(client.fields().accountManagerId()))
                .collect(Collectors.toMap(
                        member -> member.id().toString(), Member::name, (one, other) -> one, LinkedHashMap::new));
    }
}
