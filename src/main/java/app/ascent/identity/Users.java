package app.ascent.identity;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The members of organizations. */
@Service
public class Users {

    /** Active members by lower-case e-mail address, of those asked for. */
    public Map<String, UserId> activeByEmail(OrganizationId organization, Collection<String> emails) {
        throw new UnsupportedOperationException();
    }

    /** Names of members, of those asked for; a member who left keeps a name. */
    public Map<UserId, String> names(OrganizationId organization, Collection<UserId> users) {
        throw new UnsupportedOperationException();
    }
}
