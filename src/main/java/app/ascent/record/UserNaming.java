package app.ascent.record;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What members of the organization are called, who belong to no kind of record. */
@Component
class UserNaming implements Naming<UserId> {

    private final Users users;

    UserNaming(Users users) {
        this.users = users;
    }

    @Override
    public Class<UserId> ids() {
        return UserId.class;
    }

    @Override
    public Map<UserId, String> names(OrganizationId organization, Collection<UserId> ids) {
        return users.names(organization, ids);
    }
}
