package app.ascent.database.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class DatabaseHealthIndicatorTests {

    private final DatabaseWatch watch = mock(DatabaseWatch.class);
    private final DatabaseHealthIndicator indicator = new DatabaseHealthIndicator(watch);

    @Test
    void isWellWhileTheWatchSeesTheDatabase() {
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void tellsSinceWhenTheDatabaseIsAwayAndWhatWasSeen() {
        when(watch.absence())
                .thenReturn(new DatabaseWatch.Absence(Instant.parse("2026-03-01T12:00:00Z"), "it says nothing"));

        Health health = indicator.health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("reason", "it says nothing")
                .containsEntry("since", "2026-03-01T12:00:00Z");
    }
}
