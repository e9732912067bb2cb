package app.ascent.importing.lookup;

import app.ascent.identity.Member;
import app.ascent.identity.UserId;
import app.ascent.identity.UserStatus;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.importing.people.People;
import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice;
import app.ascent.importing.people.PersonChoices;
import app.ascent.migration.RunBegun;
import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourcePage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * People of the tenant, of whom some are members of the organization. Those who left Autotask count, too: their records may
 * still be looked after by the member of that name.
 */
@Component
class Resources extends AutotaskTable<Resource> {

    private static final Set<EntityType> NEEDED_BY = Stream.of(
                    "companies",
                    "projects",
                    "tasks",
                    "projectNotes",
                    "taskNotes",
                    "tickets",
                    "ticketNotes",
                    "timeEntries",
                    "attachments")
            .map(EntityType::new)
            .collect(Collectors.toUnmodifiableSet());

    private final Users users;
    private final People people;
    private final PersonChoices choices;

    Resources(AutotaskSource autotask, Users users, People people, PersonChoices choices) {
        super(autotask, Tables.RESOURCES, NEEDED_BY);
        this.users = users;
        this.people = people;
        this.choices = choices;
    }

    /** The Owner decides how many of them there are to decide about, and how much hangs on each. */
    @Override
    public boolean counted() {
        return true;
    }

    /** Whoever comes is there to be decided about from then on. */
    @Override
    public SourcePage fetch(RunContext run, Segment segment, @Nullable Cursor from) throws InterruptedException {
        SourcePage page = super.fetch(run, segment, from);
        people.put(run.organization(), run.source().database(), Person.in(page.rows()));
        return page;
    }

    /** Whatever is decided later holds from the next run on. */
    @EventListener
    void begins(RunBegun run) {
        choices.begin(run.organization(), run.source().database());
    }

    /** Whom a person chose goes before an e-mail address; where that one is no active member any more, nobody is meant. */
    @Override
    public List<Resource> completed(RunContext run, List<Resource> rows) {
        List<String> emails = rows.stream()
                .map(Resources::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, UserId> members = emails.isEmpty() ? Map.of() : users.activeByEmail(run.organization(), emails);
        Map<Long, PersonChoice> chosen = choices.ofRun(
                run.organization(),
                run.source().database(),
                rows.stream().flatMap(row -> id(row).stream().boxed()).toList());
        Set<UserId> active = active(run, chosen.values());
        return rows.stream()
                .map(resource -> {
                    OptionalLong id = id(resource);
                    PersonChoice choice = id.isPresent() ? chosen.get(id.getAsLong()) : null;
                    String email = email(resource);
                    UserId sameEmail = email == null ? null : members.get(email);
                    return resource.with(choice == null ? sameEmail : member(choice, active, sameEmail));
                })
                .toList();
    }

    private static @Nullable UserId member(PersonChoice choice, Set<UserId> active, @Nullable UserId sameEmail) {
        return switch (choice.target()) {
            case USER -> active.contains(choice.user()) ? choice.user() : null;
            case NAME -> null;
            case UNDECIDED -> sameEmail;
        };
    }

    private Set<UserId> active(RunContext run, Collection<PersonChoice> choices) {
        List<UserId> wanted = choices.stream()
                .map(PersonChoice::user)
                .filter(Objects::nonNull)
                .toList();
        return wanted.isEmpty()
                ? Set.of()
                : users.members(run.organization(), wanted).values().stream()
                        .filter(member -> member.status() == UserStatus.ACTIVE)
                        .map(Member::id)
                        .collect(Collectors.toSet());
    }

    private static OptionalLong id(Resource resource) {
        return Value.id(resource.id());
    }

    private static @Nullable String email(Resource resource) {
        return EmailAddress.in(resource.email())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
