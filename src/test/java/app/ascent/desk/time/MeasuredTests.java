package app.ascent.desk.time;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.crm.Samples;
import app.ascent.desk.TicketId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTests {

    /** A minute that has begun counts; between start and end lies as much as is counted, so that an entry of it is accepted. */
    @ParameterizedTest
    @CsvSource({
        "2026-04-28T14:05:00Z,    2026-04-28T14:05:00Z,    1",
        "2026-04-28T14:05:59.9Z,  2026-04-28T14:06:00Z,    1",
        "2026-04-28T14:05:30Z,    2026-04-28T14:06:30Z,    1",
        "2026-04-28T14:05:30Z,    2026-04-28T14:06:30.1Z,  2",
        "2026-04-28T14:05:30Z,    2026-04-28T14:04:00Z,    1",
        "2026-04-28T22:05:01Z,    2026-04-30T23:59:59Z, 2995",
    })
    void countsWholeMinutes(Instant started, Instant now, long minutes) {
        Timer timer = new Timer(new TimerId(Samples.id()), new TicketId(Samples.id()), started);

        Timer.Measured measured = timer.until(now);

        assertThat(measured.minutes()).isEqualTo(minutes);
        assertThat(measured.start()).isEqualTo(started.toString().substring(0, 16) + ":00Z");
        assertThat(measured.end()).isEqualTo(measured.start().plusSeconds(60 * minutes));
    }
}
