package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.PostgresTest;
import app.ascent.identity.password.CommonPasswords;
import app.ascent.identity.password.PasswordHashes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Import({
    Members.class,
    Users.class,
    SignInTries.class,
    KnownPlaces.class,
    PresentPassword.class,
    RefusedSignIns.class,
    ApiTokens.class,
    PasswordRules.class,
    CommonPasswords.class,
    PasswordHashes.class
})
@EnableConfigurationProperties(SignInProperties.class)
class MembersTests {

    private static final Password PASSWORD = new Password("another long one");

    private final Members members;
    private final Users users;
    private final JdbcClient jdbc;

    private Crew crew;
    private Crew others;

    MembersTests(Members members, Users users, JdbcClient jdbc) {
        this.members = members;
        this.users = users;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
        others = Crew.of(jdbc, "Another MSP");
    }

    @Test
    void keepsTheLastOwner() {
        assertThatThrownBy(() -> change(Role.OWNER, crew.owner(), MemberChange.role(Role.ADMIN)))
                .isInstanceOf(MemberRefused.LastOwner.class);
        assertThatThrownBy(() -> change(Role.OWNER, crew.owner(), MemberChange.status(UserStatus.DEACTIVATED)))
                .isInstanceOf(MemberRefused.LastOwner.class);
        assertThat(find(crew.owner()).role()).isEqualTo(Role.OWNER);
    }

    /** Of all members only those come who can be meant, however their name is spelled. */
    @Test
    void areFoundByNameAndAddress() {
        jdbc.sql("update identity_user set name = 'Maé  HOLM' where id = :id")
                .param("id", crew.member().id().value())
                .update();
        jdbc.sql("update identity_user set name = 'Bo Holm', status = 'DEACTIVATED' where id = :id")
                .param("id", crew.admin().id().value())
                .update();

        assertThat(users.activeByName(crew.organization(), List.of("mae holm", "Bo Holm")))
                .hasEntrySatisfying("mae holm", member -> assertThat(member.id())
                        .isEqualTo(crew.member().id()))
                .hasSize(1);
        assertThat(users.activeByName(others.organization(), List.of("mae holm")))
                .isEmpty();
        assertThat(users.byEmail(
                        crew.organization(), List.of(crew.admin().email().toUpperCase(Locale.ROOT))))
                .hasSize(1);
        assertThat(users.active(crew.organization()))
                .extracting(Member::id)
                .doesNotContain(crew.admin().id());
    }

    @Test
    void letsAnOwnerGoWhenThereIsAnother() {
        change(Role.OWNER, crew.admin(), MemberChange.role(Role.OWNER));

        change(Role.OWNER, crew.owner(), MemberChange.role(Role.MEMBER));

        assertThat(find(crew.owner()).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void doesNotCountADeactivatedOwner() {
        change(Role.OWNER, crew.admin(), MemberChange.role(Role.OWNER));
        change(Role.OWNER, crew.admin(), MemberChange.status(UserStatus.DEACTIVATED));

        assertThatThrownBy(() -> change(Role.OWNER, crew.owner(), MemberChange.role(Role.MEMBER)))
                .isInstanceOf(MemberRefused.LastOwner.class);
    }

    @Test
    void keepsOneOfTwoOwnersWhoDemoteEachOtherAtOnce() throws Exception {
        change(Role.OWNER, crew.admin(), MemberChange.role(Role.OWNER));
        List<Callable<Member>> demotions = List.of(
                () -> change(Role.OWNER, crew.owner(), MemberChange.role(Role.MEMBER)),
                () -> change(Role.OWNER, crew.admin(), MemberChange.role(Role.MEMBER)));

        try (var owners = Executors.newFixedThreadPool(2)) {
            for (Future<Member> demotion : owners.invokeAll(demotions)) {
                try {
                    demotion.get();
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(MemberRefused.LastOwner.class);
                }
            }
        }

        assertThat(List.of(find(crew.owner()).role(), find(crew.admin()).role()))
                .containsOnlyOnce(Role.OWNER);
    }

    @Test
    void letsOnlyAnOwnerMakeOne() {
        assertThatThrownBy(() -> members.add(
                        crew.signedIn(Role.ADMIN),
                        new NewMember("Nora", "nora@" + crew.organization() + ".example", Role.OWNER, PASSWORD)))
                .isInstanceOf(MemberRefused.OwnerOnly.class);
        assertThatThrownBy(() -> change(Role.ADMIN, crew.member(), MemberChange.role(Role.OWNER)))
                .isInstanceOf(MemberRefused.OwnerOnly.class);
    }

    @Test
    void letsNoAdminTakeAnOwnersPlaceByAPassword() {
        String before = hash(crew.owner());

        assertThatThrownBy(() -> change(Role.ADMIN, crew.owner(), MemberChange.password(PASSWORD)))
                .isInstanceOf(MemberRefused.OwnerOnly.class);

        assertThat(hash(crew.owner())).isEqualTo(before);
    }

    @Test
    void doesNotKnowMembersOfAnotherOrganization() {
        assertThat(members.find(others.organization(), crew.member().id())).isEmpty();
        assertThatThrownBy(() -> members.change(
                        others.signedIn(Role.OWNER), crew.member().id(), MemberChange.role(Role.ADMIN)))
                .isInstanceOf(MemberRefused.Unknown.class);
        assertThat(members.list(others.organization(), PageRequest.of(0, 25)))
                .extracting(Member::id)
                .containsExactlyInAnyOrder(
                        others.owner().id(),
                        others.admin().id(),
                        others.member().id());
        assertThat(users.names(others.organization(), Set.of(crew.member().id())))
                .isEmpty();
        assertThat(users.activeByEmail(
                        others.organization(), Set.of(crew.member().email())))
                .isEmpty();
    }

    @Test
    void findsActiveMembersByAddress() {
        change(Role.OWNER, crew.member(), MemberChange.status(UserStatus.DEACTIVATED));

        assertThat(users.activeByEmail(
                        crew.organization(),
                        Set.of(crew.owner().email().toUpperCase(), crew.member().email())))
                .containsOnlyKeys(crew.owner().email())
                .containsValue(crew.owner().id());
        assertThat(users.names(crew.organization(), Set.of(crew.member().id())))
                .containsEntry(crew.member().id(), "Max Moe");
    }

    @Test
    void addsNobodyTwice() {
        NewMember twin = new NewMember("Twin", " " + crew.member().email().toUpperCase(), Role.MEMBER, PASSWORD);

        assertThatThrownBy(() -> members.add(crew.signedIn(Role.OWNER), twin))
                .isInstanceOf(MemberRefused.EmailTaken.class);
        assertThatThrownBy(() -> members.add(others.signedIn(Role.OWNER), twin))
                .isInstanceOf(MemberRefused.EmailTaken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "passwordpassword", "Fjordlight IT 1"})
    void refusesAWeakPasswordWhoeverChoosesIt(String password) {
        Password weak = new Password(password);

        assertThatThrownBy(() -> change(Role.OWNER, crew.member(), MemberChange.password(weak)))
                .isInstanceOf(MemberRefused.WeakPassword.class);
        assertThatThrownBy(
                        () -> members.changeOwnPassword(crew.signedIn(Role.MEMBER), new Password(Crew.PASSWORD), weak))
                .isInstanceOf(MemberRefused.WeakPassword.class);
        assertThatThrownBy(() -> members.add(
                        crew.signedIn(Role.OWNER), new NewMember("Nora", "nora@new.example", Role.MEMBER, weak)))
                .isInstanceOf(MemberRefused.WeakPassword.class);
    }

    @Test
    void changesOnesOwnPasswordOnlyWithThePresentOneWhicheverWay() {
        String before = hash(crew.owner());

        assertThatThrownBy(() -> change(Role.OWNER, crew.owner(), MemberChange.password(PASSWORD)))
                .isInstanceOf(MemberRefused.CurrentPasswordMissing.class);
        assertThatThrownBy(
                        () -> change(Role.OWNER, crew.owner(), new MemberChange(Role.OWNER, null, PASSWORD, PASSWORD)))
                .isInstanceOf(MemberRefused.WrongPassword.class);
        assertThat(hash(crew.owner())).isEqualTo(before);

        change(Role.OWNER, crew.owner(), new MemberChange(null, null, PASSWORD, new Password(Crew.PASSWORD)));

        assertThat(hash(crew.owner())).isNotEqualTo(before);
    }

    @Test
    void storesAHashAndNoPassword() {
        change(Role.OWNER, crew.member(), MemberChange.password(PASSWORD));

        assertThat(hash(crew.member())).startsWith("{bcrypt-sha384}").doesNotContain(PASSWORD.reveal());
        assertThat(PASSWORD.toString()).doesNotContain(PASSWORD.reveal());
        assertThat(new NewMember("Nora", "n@f.example", Role.MEMBER, PASSWORD).toString())
                .doesNotContain(PASSWORD.reveal());
    }

    @Test
    void changesAPasswordOnlyForWhoeverKnowsTheOldOne() {
        Password old = new Password(Crew.PASSWORD);

        assertThatThrownBy(() -> members.changeOwnPassword(crew.signedIn(Role.MEMBER), PASSWORD, PASSWORD))
                .isInstanceOf(MemberRefused.WrongPassword.class);
        members.changeOwnPassword(crew.signedIn(Role.MEMBER), old, PASSWORD);

        assertThatThrownBy(() -> members.changeOwnPassword(crew.signedIn(Role.MEMBER), old, PASSWORD))
                .isInstanceOf(MemberRefused.WrongPassword.class);
    }

    @Test
    void letsAnOpenSessionGuessItsPasswordFiveTimesOnly() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> members.changeOwnPassword(crew.signedIn(Role.MEMBER), PASSWORD, PASSWORD))
                    .isInstanceOf(MemberRefused.WrongPassword.class);
        }

        assertThatThrownBy(() ->
                        members.changeOwnPassword(crew.signedIn(Role.MEMBER), new Password(Crew.PASSWORD), PASSWORD))
                .isInstanceOf(MemberRefused.WrongPassword.class);
    }

    private Member change(Role by, Crew.Person person, MemberChange change) {
        return members.change(crew.signedIn(by), person.id(), change);
    }

    private Member find(Crew.Person person) {
        return members.find(crew.organization(), person.id()).orElseThrow();
    }

    private String hash(Crew.Person person) {
        return jdbc.sql("select password_hash from identity_user where id = :id")
                .param("id", person.id().value())
                .query(String.class)
                .single();
    }
}
