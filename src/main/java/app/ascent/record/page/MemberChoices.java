package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.Members;
import app.ascent.identity.UserId;
import app.ascent.identity.UserStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Colleagues whom a form or a list offers to choose from. */
@Component
public class MemberChoices {

    private static final PageRequest MOST = PageRequest.of(0, 500, Sort.by("name", "id"));

    private final Members members;
    private final CurrentUser currentUser;

    MemberChoices(Members members, CurrentUser currentUser) {
        this.members = members;
        this.currentUser = currentUser;
    }

    /** Active members, and whoever it is now. */
    public Map<String, String> of(@Nullable UserId present) {
        return members.list(currentUser.organization(), MOST).stream()
                .filter(member ->
                        member.status() == UserStatus.ACTIVE || member.id().equals(present))
                .collect(Collectors.toMap(
                        member -> member.id().toString(), Member::name, (one, other) -> one, LinkedHashMap::new));
    }
}
