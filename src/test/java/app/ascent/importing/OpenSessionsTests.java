package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.ascent.autotask.AutotaskSessions;
import app.ascent.autotask.CallListener;
import app.ascent.autotask.ConnectionId;
import app.ascent.autotask.Connections;
import app.ascent.autotask.Connections.ConnectionView;
import app.ascent.autotask.client.AutotaskSession;
import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.RunCalls;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class OpenSessionsTests {

    private static final ConnectionId CONNECTION = new ConnectionId(UUID.randomUUID());
    private static final Instant TESTED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Zone ZONE = new Zone("Stub", URI.create("https://x"), URI.create("https://y/"), 91_234);

    private final AutotaskSessions sessions = mock();
    private final Connections connections = mock();
    private final RunCalls calls = mock();
    private final Clock clock = mock();
    private final OpenSessions open = new OpenSessions(sessions, connections, calls, clock);
    private final RunContext run = run();

    @BeforeEach
    void openANewSessionEachTime() {
        when(sessions.open(any(), any(), any())).thenAnswer(call -> mock(AutotaskSession.class));
        when(clock.instant()).thenReturn(TESTED);
        credentialsTested(TESTED);
    }

    @Test
    void keepsOneSessionARun() {
        assertThat(open.of(run)).isSameAs(open.of(run));
        assertThat(open.of(run())).isNotSameAs(open.of(run));
    }

    @Test
    void opensAnewWithReplacedCredentials() {
        AutotaskSession before = open.of(run);

        credentialsTested(TESTED.plusSeconds(5));

        assertThat(open.of(run)).isNotSameAs(before).isSameAs(open.of(run));
    }

    @Test
    void opensAnewAfterTheRunStopped() {
        AutotaskSession before = open.of(run);

        open.release(run.run());

        assertThat(open.of(run)).isNotSameAs(before);
    }

    @Test
    void forgetsASessionThatNobodyUses() {
        RunContext busy = run();
        AutotaskSession idle = open.of(run);
        when(clock.instant()).thenReturn(TESTED.plusSeconds(240));
        AutotaskSession used = open.of(busy);

        when(clock.instant()).thenReturn(TESTED.plusSeconds(300));
        open.sweep();

        assertThat(open.of(busy)).isSameAs(used);
        assertThat(open.of(run)).as("it held credentials for nothing").isNotSameAs(idle);
        when(clock.instant()).thenReturn(TESTED.plusSeconds(3600));
        open.sweep();
        assertThat(open.of(busy)).isNotSameAs(used);
    }

    @Test
    void countsEveryCallForItsRun() {
        open.of(run);
        ArgumentCaptor<CallListener> listener = ArgumentCaptor.captor();
        verify(sessions).open(eq(run.organization()), eq(CONNECTION), listener.capture());

        listener.getValue().called("Companies", Duration.ofMillis(42));

        verify(calls).count(run.run(), Duration.ofMillis(42));
    }

    private void credentialsTested(Instant at) {
        when(connections.find(any(), eq(CONNECTION))).thenReturn(Optional.of(new ConnectionView(CONNECTION, ZONE, at)));
        when(connections.find(any(), anyLong())).thenReturn(Optional.empty());
    }

    private static RunContext run() {
        return new RunContext(
                new OrganizationId(UUID.randomUUID()),
                new MigrationId(UUID.randomUUID()),
                new RunId(UUID.randomUUID()),
                new Source("AUTOTASK", 91_234, CONNECTION.value()),
                Conflicts.KEEP_ASCENT);
    }
}
