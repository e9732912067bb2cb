package app.ascent.importing;

import app.ascent.identity.Member;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.UserStatus;
import app.ascent.identity.Users;
import app.ascent.importing.Somebody.Recognized;
import app.ascent.importing.Somebody.Why;
import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.text.Folded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells who somebody of Autotask is, by what was decided and by what names and addresses say. */
class Recognition {

    private static final Pattern PROGRAM = Pattern.compile(
            "\\b(api|rmm|integration|alerts?|monitoring|backup|bot|webhook|sync|automation|import)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SHARED = Pattern.compile(
            "\\b(dispatch|desk|helpdesk|servicedesk|support|service|info|office|team|shared|admin|administrator|noc|hotline)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<UserId, Member> byId;
    private final Map<String, Member> byEmail;
    private final Map<String, Member> byName;

    /** Knows of all members those that some of these people are, or could be. */
    static Recognition among(
            Users users, OrganizationId organization, List<Person> people, Collection<PersonChoice> choices) {
        return new Recognition(
                users.members(
                        organization,
                        choices.stream()
                                .map(PersonChoice::user)
                                .filter(Objects::nonNull)
                                .toList()),
                users.byEmail(
                        organization,
                        people.stream()
                                .map(Person::email)
                                .filter(Objects::nonNull)
                                .toList()),
                users.activeByName(
                        organization, people.stream().map(Person::name).toList()));
    }

    private Recognition(Map<UserId, Member> byId, Map<String, Member> byEmail, Map<String, Member> byName) {
        this.byId = byId;
        this.byEmail = byEmail;
        this.byName = byName;
    }

    static boolean isActive(Member member) {
        return member.status() == UserStatus.ACTIVE;
    }

    Recognized of(Person person, @Nullable PersonChoice choice) {
        Target chosen = choice == null ? null : choice.target();
        if (choice != null && chosen == Target.USER) {
            Member member = byId.get(choice.user());
            return member != null && isActive(member)
                    ? recognized(Target.USER, true, Why.CHOSEN, member)
                    : recognized(Target.UNDECIDED, false, Why.STALE, member);
        }
        if (chosen == Target.NAME) {
            return recognized(Target.NAME, true, Why.CHOSEN, null);
        }
        Member sameEmail = person.email() == null ? null : byEmail.get(person.email());
        if (sameEmail != null && isActive(sameEmail)) {
            return recognized(Target.USER, false, Why.SAME_EMAIL, sameEmail);
        }
        if (!person.active() && chosen == null) {
            return recognized(Target.NAME, false, Why.LEFT, null);
        }
        return undecided(person, sameEmail);
    }

    /** Whether a run that began then could not know yet who this is, whom nobody had to choose. */
    boolean isNewsSince(Instant began, Person person, Recognized recognized) {
        return recognized.why() == Why.SAME_EMAIL
                && Objects.requireNonNull(byEmail.get(Objects.requireNonNull(person.email())))
                        .createdAt()
                        .isAfter(began);
    }

    private Recognized undecided(Person person, @Nullable Member sameEmail) {
        if (sameEmail != null) {
            return recognized(Target.UNDECIDED, false, Why.INACTIVE_MEMBER, sameEmail);
        }
        Member namesake = byName.get(Folded.text(person.name()));
        if (namesake != null) {
            return recognized(Target.UNDECIDED, false, Why.SAME_NAME, namesake);
        }
        if (person.isProgram() || says(PROGRAM, person)) {
            return recognized(Target.UNDECIDED, false, Why.INTEGRATION, null);
        }
        if (says(SHARED, person)) {
            return recognized(Target.UNDECIDED, false, Why.SHARED, null);
        }
        return recognized(Target.UNDECIDED, false, person.email() == null ? Why.NO_EMAIL : Why.NO_MEMBER, null);
    }

    /** In the name, or before the sign in the address. */
    private static boolean says(Pattern words, Person person) {
        String email = person.email();
        return words.matcher(person.name()).find()
                || email != null
                        && words.matcher(email.substring(0, Math.max(0, email.indexOf('@'))))
                                .find();
    }

    private static Recognized recognized(Target target, boolean chosen, Why why, @Nullable Member member) {
        return new Recognized(
                target, chosen, why, member == null ? null : member.id(), member == null ? null : member.name());
    }
}
