package app.ascent.importing;

import app.ascent.audit.Action;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.importing.Somebody.Recognized;
import app.ascent.importing.Somebody.Work;
import app.ascent.importing.field.Tables;
import app.ascent.importing.people.People;
import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.importing.people.PersonChoices;
import app.ascent.migration.LookedUpRecords;
import app.ascent.migration.LookedUpRecords.Counted;
import app.ascent.migration.MigrationRefused;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.MigrationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who the people of Autotask are in Ascent, as the Owner decides. Nobody is created or invited. A choice holds from the next run on,
 * which writes the records again that look that person up, and those alone; it outlives the migration.
 */
@Service
public class WhoIsWho {

    private static final Comparator<Somebody> OPEN_FIRST = Comparator.comparing((Somebody each) -> !each.open())
            .thenComparing(each -> !each.person().active())
            .thenComparing(Comparator.comparingLong(Somebody::records).reversed());

    /**
     * @param user for {@link Target#USER} alone
     */
    public record Choice(long resource, Target target, @Nullable UserId user) {}

    private final Migrations migrations;
    private final People people;
    private final PersonChoices choices;
    private final LookedUpRecords lookedUp;
    private final Users users;
    private final MigrationLog log;
    private final LogWords words;
    private final CurrentUser currentUser;
    private final TransactionOperations transactions;

    WhoIsWho(
            Migrations migrations,
            People people,
            PersonChoices choices,
            LookedUpRecords lookedUp,
            Users users,
            MigrationLog log,
            LogWords words,
            CurrentUser currentUser,
            TransactionOperations transactions) {
        this.migrations = migrations;
        this.people = people;
        this.choices = choices;
        this.lookedUp = lookedUp;
        this.users = users;
        this.log = log;
        this.words = words;
        this.currentUser = currentUser;
        this.transactions = transactions;
    }

    /** All of them, those first that nobody has decided about and Ascent cannot tell; what takes most records first. */
    public List<Somebody> of(MigrationId migration) {
        OrganizationId organization = currentUser.organization();
        MigrationView view = existing(organization, migration);
        RunView run = view.run();
        long database = view.source().database();
        List<Person> known = people.of(organization, database);
        Map<Long, PersonChoice> decided = choices.of(organization, database);
        Recognition recognition = Recognition.among(users, organization, known, decided.values());
        Map<Long, Counted> counted = lookedUp.of(organization, migration, Tables.RESOURCES.type());
        List<Somebody> all = new ArrayList<>();
        for (Person person : known) {
            PersonChoice choice = decided.get(person.id());
            Counted records = counted.getOrDefault(person.id(), Counted.NONE);
            Recognized recognized = recognition.of(person, choice);
            boolean news = run != null && recognition.isNewsSince(run.startedAt(), person, recognized);
            all.add(new Somebody(
                    person,
                    recognized,
                    counted.isEmpty() ? null : records.records(),
                    Work.of(records.measures()),
                    news || choice != null && run != null && choice.waits()));
        }
        all.sort(OPEN_FIRST);
        return all;
    }

    /** Active members, by name: whom somebody can be. */
    public List<Member> choosable() {
        return users.active(currentUser.organization());
    }

    /**
     * Takes all of these or none; answers how many differ from what was decided before.
     *
     * @throws PersonRefused when one names nobody of this Autotask database, or no active member
     */
    public int choose(MigrationId migration, List<Choice> wanted) {
        SignedInUser owner = currentUser.get();
        long database = existing(owner.organization(), migration).source().database();
        return transactions.execute(status -> {
            Map<Long, Person> known = people.of(owner.organization(), database).stream()
                    .collect(Collectors.toMap(Person::id, Function.identity()));
            Map<UserId, Member> active = active(owner.organization(), wanted);
            refuse(wanted, known, active);
            Map<Long, PersonChoice> before = choices.of(owner.organization(), database);
            List<Choice> changes = wanted.stream()
                    .filter(choice -> changes(choice, before.get(choice.resource())))
                    .sorted(Comparator.comparingLong(Choice::resource))
                    .toList();
            for (Choice choice : changes) {
                choices.put(
                        owner.organization(), database, choice.resource(), choice.target(), choice.user(), owner.id());
                Member member = active.get(choice.user());
                log.changed(
                        Action.UPDATE,
                        migration,
                        words.isWho(
                                Objects.requireNonNull(known.get(choice.resource())),
                                choice.target(),
                                member == null ? null : member.name()));
            }
            return changes.size();
        });
    }

    private static void refuse(List<Choice> wanted, Map<Long, Person> known, Map<UserId, Member> active) {
        Set<Long> named = new HashSet<>();
        for (Choice choice : wanted) {
            if (!known.containsKey(choice.resource())) {
                throw new PersonRefused("Autotask has nobody with the ID %d.".formatted(choice.resource()));
            }
            if (!named.add(choice.resource())) {
                throw new PersonRefused("%d is named twice.".formatted(choice.resource()));
            }
            if (choice.target() != Target.USER && choice.user() != null) {
                throw new PersonRefused("A user goes with USER alone.");
            }
            if (choice.target() == Target.USER && !active.containsKey(choice.user())) {
                throw new PersonRefused("Choose an active member of your organization for %s."
                        .formatted(known.get(choice.resource()).name()));
            }
        }
    }

    private static boolean changes(Choice choice, @Nullable PersonChoice before) {
        return before == null
                ? choice.target() != Target.UNDECIDED
                : before.target() != choice.target() || !Objects.equals(before.user(), choice.user());
    }

    private Map<UserId, Member> active(OrganizationId organization, List<Choice> wanted) {
        Map<UserId, Member> active = new HashMap<>(users.members(
                organization,
                wanted.stream().map(Choice::user).filter(Objects::nonNull).toList()));
        active.values().removeIf(member -> !Recognition.isActive(member));
        return active;
    }

    private MigrationView existing(OrganizationId organization, MigrationId migration) {
        return migrations.find(organization, migration).orElseThrow(MigrationRefused.Unknown::new);
    }
}
