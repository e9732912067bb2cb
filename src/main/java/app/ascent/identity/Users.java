package app.ascent.identity;

import app.ascent.text.Folded;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of organizations. */
@Service
public class Users {

    private final UserRows rows;

    Users(UserRows rows) {
        this.rows = rows;
    }

    /** Active members by lower-case e-mail address, of those asked for. */
    @Transactional(readOnly = true)
    public Map<String, UserId> activeByEmail(OrganizationId organization, Collection<String> emails) {
        List<String> wanted = emails.stream().map(Emails::normal).distinct().toList();
        return wanted.isEmpty()
                ? Map.of()
                : rows.findByOrganizationIdAndStatusAndEmailIn(organization.value(), UserStatus.ACTIVE, wanted).stream()
                        .collect(Collectors.toMap(User::email, User::id));
    }

    /** Members by lower-case e-mail address, of those asked for, active or not. */
    @Transactional(readOnly = true)
    public Map<String, Member> byEmail(OrganizationId organization, Collection<String> emails) {
        List<String> wanted = emails.stream().map(Emails::normal).distinct().toList();
        return wanted.isEmpty()
                ? Map.of()
                : rows.findByOrganizationIdAndEmailIn(organization.value(), wanted).stream()
                        .map(User::view)
                        .collect(Collectors.toMap(Member::email, Function.identity()));
    }

    /** Active members by {@linkplain Folded#text folded} name, of those asked for; of namesakes the first one. */
    @Transactional(readOnly = true)
    public Map<String, Member> activeByName(OrganizationId organization, Collection<String> names) {
        Set<String> wanted = names.stream().map(Folded::text).collect(Collectors.toSet());
        return wanted.isEmpty()
                ? Map.of()
                : rows.findActiveByName(organization.value(), wanted).stream()
                        .map(User::view)
                        .filter(member -> wanted.contains(Folded.text(member.name())))
                        .collect(Collectors.toMap(
                                member -> Folded.text(member.name()), Function.identity(), (one, other) -> one));
    }

    /** All who can be chosen, by name. */
    @Transactional(readOnly = true)
    public List<Member> active(OrganizationId organization) {
        return rows.findByOrganizationIdAndStatusOrderByNameAscIdAsc(organization.value(), UserStatus.ACTIVE).stream()
                .map(User::view)
                .toList();
    }

    /** Names of members, of those asked for; a member who left keeps a name. */
    @Transactional(readOnly = true)
    public Map<UserId, String> names(OrganizationId organization, Collection<UserId> users) {
        return members(organization, users).values().stream().collect(Collectors.toMap(Member::id, Member::name));
    }

    /** Members, of those asked for, active or not. */
    @Transactional(readOnly = true)
    public Map<UserId, Member> members(OrganizationId organization, Collection<UserId> users) {
        List<UUID> wanted = users.stream().map(UserId::value).distinct().toList();
        return wanted.isEmpty()
                ? Map.of()
                : rows.findByOrganizationIdAndIdIn(organization.value(), wanted).stream()
                        .map(User::view)
                        .collect(Collectors.toMap(Member::id, Function.identity()));
    }
}
