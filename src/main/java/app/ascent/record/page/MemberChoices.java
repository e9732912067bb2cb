package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Colleagues whom a form or a list offers to choose from. */
@Component
public class MemberChoices {

    private final Users users;
    private final CurrentUser currentUser;

    MemberChoices(Users users, CurrentUser currentUser) {
        this.users = users;
        this.currentUser = currentUser;
    }

    /** Active members, and whoever it is now. */
    public Map<String, String> of(@Nullable UserId present) {
        OrganizationId organization = currentUser.organization();
        Map<String, String> choices = new LinkedHashMap<>();
        users.active(organization).forEach(member -> choices.put(member.id().toString(), member.name()));
        if (present != null && !choices.containsKey(present.toString())) {
            users.names(organization, List.of(present)).forEach((id, name) -> choices.put(id.toString(), name));
        }
        return choices;
    }
}
