package app.ascent.autotask;

import static app.ascent.autotask.StubFault.FORBIDDEN;
import static app.ascent.autotask.StubFault.NOT_PERMITTED;
import static app.ascent.autotask.StubFault.REJECTED;
import static app.ascent.autotask.StubFault.TOO_MANY_THREADS;
import static app.ascent.autotask.StubFault.TOO_MANY_THREADS_AS_500;
import static app.ascent.autotask.StubFault.errors;
import static app.ascent.autotask.StubFault.status;
import static app.ascent.autotask.StubFault.tooMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.ascent.autotask.client.AutotaskConnector;
import app.ascent.autotask.client.AutotaskFailure.CredentialsRejected;
import app.ascent.autotask.client.AutotaskFailure.PermissionDenied;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.EntityPage;
import app.ascent.autotask.client.EntityQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionOperations;

/** What a session does when it is refused or asked for a break, and how many calls it has under way. */
class RejectionsAndBreaksTests extends AutotaskSessionTest {

    RejectionsAndBreaksTests(AutotaskConnector connector, TransactionOperations transactions, Clock clock) {
        super(connector, transactions, clock);
    }

    static Stream<StubFault> missingRights() {
        return Stream.of(FORBIDDEN, NOT_PERMITTED, status(403, ""));
    }

    @ParameterizedTest
    @MethodSource("missingRights")
    void tellsMissingRightsApart(StubFault refusal) {
        autotask.failAlways("Contacts", refusal);

        assertThatThrownBy(() -> session.page(EntityQuery.of("Contacts"), -1)).isInstanceOf(PermissionDenied.class);

        assertThat(autotask.calls("Contacts")).hasSize(1);
    }

    static Stream<StubFault> rejections() {
        return Stream.of(REJECTED, errors(500, "IntegrationCode is invalid"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void sendsNothingMoreOnceRejected(StubFault rejection) {
        autotask.failAlways("Companies", rejection);

        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1)).isInstanceOf(CredentialsRejected.class);
        assertThatThrownBy(() -> session.page(EntityQuery.of("Companies"), -1)).isInstanceOf(CredentialsRejected.class);
        assertThatThrownBy(() -> session.count("Contacts")).isInstanceOf(CredentialsRejected.class);

        assertThat(autotask.calls("Companies")).hasSize(1);
        assertThat(autotask.calls("Contacts")).isEmpty();
    }

    @Test
    void waitsForAShortBreakItself() throws Exception {
        autotask.companies(company(7)).failNext("Companies", tooMany("1"));
        Instant before = Instant.now();

        assertThat(session.page(EntityQuery.of("Companies"), -1).items()).hasSize(1);

        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(autotask.calls("Companies")).hasSize(2);
    }

    @Test
    void handsALongBreakOnAtOnce() {
        autotask.failAlways("Companies", tooMany("120"));

        ThresholdReached reached =
                catchThrowableOfType(ThresholdReached.class, () -> session.page(EntityQuery.of("Companies"), -1));

        assertThat(reached.retryAfter()).isBetween(Duration.ofSeconds(118), Duration.ofSeconds(121));
        assertThat(autotask.calls("Companies")).hasSize(1);
    }

    @Test
    void understandsABreakUntilADate() {
        String inFiveMinutes = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(300).atOffset(ZoneOffset.UTC));
        autotask.failAlways("Companies", tooMany(inFiveMinutes));

        ThresholdReached reached =
                catchThrowableOfType(ThresholdReached.class, () -> session.page(EntityQuery.of("Companies"), -1));

        assertThat(reached.retryAfter()).isBetween(Duration.ofSeconds(295), Duration.ofSeconds(301));
    }

    static Stream<StubFault> breaksWithoutLength() {
        return Stream.of(
                TOO_MANY_THREADS,
                TOO_MANY_THREADS_AS_500,
                tooMany("soon"),
                status(429, ""),
                errors(200, "The Autotask API thread threshold of 3 threads has been exceeded."));
    }

    @ParameterizedTest
    @MethodSource("breaksWithoutLength")
    void takesAMinuteAndSomeWhenAutotaskDoesNotSayHowLong(StubFault reached) {
        autotask.failAlways("Companies", reached);

        assertThat(catchThrowableOfType(ThresholdReached.class, () -> session.page(EntityQuery.of("Companies"), -1))
                        .retryAfter())
                .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(71));
    }

    @Test
    void keepsABreakForEveryoneAtThatEndpointAlone() throws Exception {
        autotask.failNext("Companies", tooMany("120"));
        AutotaskSession another =
                connector.connect(session.zone(), autotask.credentials().login(), (_, _) -> {});
        catchThrowable(() -> session.page(EntityQuery.of("Companies"), -1));

        assertThatThrownBy(() -> another.page(EntityQuery.of("Companies"), -1)).isInstanceOf(ThresholdReached.class);
        assertThat(another.count("Contacts")).isZero();

        assertThat(autotask.calls("Companies")).hasSize(1);
    }

    @Test
    void refusesToCallInsideATransaction() {
        Throwable refusal = transactions.execute(_ -> catchThrowable(() -> session.count("Companies")));

        assertThat(refusal).isInstanceOf(IllegalStateException.class);
        assertThat(autotask.calls()).isEmpty();
    }

    @Test
    void sendsNoMoreThanTwoCallsToAnEndpointAtATime() throws Exception {
        autotask.companies(company(7)).delay(Duration.ofMillis(50));
        session.quota();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(
                    8, (Callable<EntityPage>) () -> session.page(EntityQuery.of("Companies"), -1)))) {
                assertThat(answer.get().items()).hasSize(1);
            }
        }

        assertThat(autotask.mostInFlight("Companies")).isEqualTo(2);
    }

    /** The quota was read moments ago, so that all of them begin at once, and the first one proves the credentials. */
    @Test
    void letsWhoeverWaitedForTheFirstAnswerGoTogether() throws Exception {
        autotask.companies(company(7)).delay(Duration.ofMillis(50));
        session.quota();
        AutotaskSession another =
                connector.connect(session.zone(), autotask.credentials().login(), (_, _) -> {});

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(
                    8, (Callable<EntityPage>) () -> another.page(EntityQuery.of("Companies"), -1)))) {
                assertThat(answer.get().items()).hasSize(1);
            }
        }

        assertThat(autotask.mostInFlight("Companies")).isEqualTo(2);
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        autotask.delay(Duration.ofMillis(800));
        List<Throwable> thrown = new CopyOnWriteArrayList<>();

        Thread caller = Thread.ofVirtual().start(() -> thrown.add(catchThrowable(() -> session.quota())));
        await().until(() -> autotask.mostInFlight("ThresholdInformation") == 1);
        caller.interrupt();
        caller.join(Duration.ofSeconds(2));

        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
    }
}
