package app.ascent.journey.progress;

import static app.ascent.journey.Imagined.COMPANIES_DONE;
import static app.ascent.journey.Imagined.CONTACTS_PULLING;
import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.migration;
import static app.ascent.journey.Imagined.progress;
import static app.ascent.journey.Imagined.pulling;
import static app.ascent.journey.Imagined.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.journey.Fact;
import app.ascent.journey.Imagined;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.RunKind;
import app.ascent.migration.spi.Scope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says above a run that waits, rests or does not move. */
class WaitingWordsTests extends ProgressScreenTest {

    @Test
    void waitsForTheEndOfTheQuietHours() {
        RunView quiet = pulling(RunStatus.WAITING, "quiet-hours");

        assertThat(view(quiet).message().title()).isEqualTo("Quiet hours, goes on at 14:05 UTC");
        assertThat(view(timeless(quiet)).message().title()).isEqualTo("Quiet hours, goes on at any moment");
        assertThat(view(quiet).message().action()).isEqualTo("pace");
    }

    @Test
    void namesTheTypeThatIsLoadedBesideTheOneThatIsRead() {
        RunView run = run(
                RunStatus.RUNNING,
                progress("companies", EntityStatus.LOADING, 900L, 900, 300, 0, 0),
                progress("contacts", EntityStatus.PULLING, null, 400, 0, 0, 0));

        assertThat(view(run).activity()).isEqualTo("Reading contacts, page 1; loading companies");
    }

    @Test
    void readsWithoutLoadingAtFirst() {
        RunView run = run(RunStatus.RUNNING, progress("contacts", EntityStatus.PULLING, 0L, 0, 0, 0, 0));

        assertThat(view(run).activity()).isEqualTo("Reading contacts, page 1 of 1");
    }

    @Test
    void loadsWhatIsPulled() {
        RunView run = run(
                RunStatus.RUNNING, COMPANIES_DONE, progress("contacts", EntityStatus.LOADING, 900L, 900, 300, 5, 1));

        assertThat(view(run).activity()).isEqualTo("Loading contacts, 306 of 900 handled");
        assertThat(view(run).announce()).isEqualTo("Running, loading contacts");
    }

    @Test
    void finishesWithWhatNeedsAllRecords() {
        ProgressView view = view(run(RunStatus.RUNNING, COMPANIES_DONE));

        assertThat(view.activity()).isEqualTo("Looking for doubles, and for what belongs together");
        assertThat(view.percent()).isEqualTo("100%");
        assertThat(view.done()).isTrue();
    }

    @Test
    void namesTheTimeOfAnAnswerThatIsLongAgo() {
        assertThat(activity.lastAnswer(answered(NOW.minusSeconds(90)), null)).isEqualTo("Last answer Today, 13:42:00");
        assertThat(activity.lastAnswer(answered(NOW.plusSeconds(2)), null)).isEqualTo("Last answer Today, 13:43:32");
        assertThat(activity.lastAnswer(answered(null), null)).isNull();
    }

    @Test
    void waitsForTheQuotaInWords() {
        RunView run = run(
                RunStatus.WAITING,
                "quota",
                COMPANIES_DONE,
                progress("contacts", EntityStatus.PULLING, 48213L, 35500, 35371, 121, 8));
        QuotaView quota = new QuotaView(10_000, 60, 86, 4414, 4500, NOW);

        ProgressView view = screen.of(migration(run, quota), run);

        assertThat(view.message()).isNotNull();
        assertThat(view.message().title()).isEqualTo("Waiting for Autotask’s hourly quota, goes on at 14:05 UTC");
        assertThat(view.message().text())
                .isEqualTo("Your other integrations made 4,414 calls in the last 60 minutes; with our 86 that is the"
                        + " 4,500 at which Ascent stops, so that Autotask slows nobody down. Nothing is lost: the import"
                        + " goes on by itself at page 72 of the contacts. Try now looks at once whether there is room"
                        + " again, and Change pace gives the import another share.");
        assertThat(view.message().action()).isEqualTo("try");
        assertThat(view.left()).isEqualTo("Less than a minute left once it goes on");
        assertThat(view.running()).isEqualTo("Running for 1 min 24 s, waiting for 6 min");
        assertThat(view.activity()).isEqualTo("All pulled records are loaded. Next call at 14:05 UTC");
        assertThat(view.lastAnswer()).isEqualTo("Quota read at 13:43");
        assertThat(view.moves()).isFalse();
        assertThat(view.facts()).extracting(Fact::name).contains("Waiting since", "Goes on");
    }

    @Test
    void saysWhatIsTrueOfTheQuotaAlsoWhereTheSumIsNotTheStop() {
        RunView run = run(RunStatus.WAITING, "quota", COMPANIES_DONE);

        assertThat(quotaText(run, new QuotaView(10_000, 60, 86, 5000, 4500, NOW)))
                .startsWith(
                        "Your other integrations made 5,000 calls in the last 60 minutes; with our 86 that is 5,086,"
                                + " above the 4,500 at which Ascent stops");
        assertThat(quotaText(run, new QuotaView(10_000, 60, 2250, 100, 4500, NOW)))
                .startsWith("Ascent spreads its calls over the hour: it made 2,250 in the last 60 minutes, your other"
                        + " integrations 100, and it stops at 4,500 of all together");
    }

    private String quotaText(RunView run, QuotaView quota) {
        return screen.of(migration(run, quota), run).message().text();
    }

    @Test
    void waitsWithoutAQuotaThatWasRead() {
        RunView run = run(RunStatus.WAITING, "quota", COMPANIES_DONE);

        ProgressView view = screen.of(migration(run, null), run);

        assertThat(view.message()).isNotNull();
        assertThat(view.message().text())
                .startsWith("Nothing is lost: the import goes on by itself. Try now looks at once");
        assertThat(view.quota()).isNull();
        assertThat(view.lastAnswer()).isNull();
    }

    @Test
    void staysCalmWhenNobodyKnowsUntilWhen() {
        RunView run = timeless(pulling(RunStatus.WAITING, "outage"));

        ProgressView view = view(run);

        assertThat(view.message()).isNotNull();
        assertThat(view.message().text()).isEqualTo("Nothing is lost.");
        assertThat(view.running()).isEqualTo("Running for 1 min 24 s");
        assertThat(view.activity()).isEmpty();
        assertThat(view.facts()).extracting(Fact::name).doesNotContain("Waiting since", "Goes on");
    }

    @Test
    void tellsAShortWaitInSeconds() {
        RunView run = waitingSince(pulling(RunStatus.WAITING, "rate-limited"), NOW.minusSeconds(20));

        assertThat(view(run).running()).isEqualTo("Running for 1 min 24 s, waiting for 20 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUEUED   |                      | The import is queued and starts within seconds.",
                "WAITING  | rate-limited         | Autotask asked for a break, goes on at 14:05 UTC Nothing is lost. It goes on by itself; Try now asks Autotask at once.",
                "WAITING  | outage               | A plain sentence of the engine, tries again at 14:05 UTC Nothing is lost. Ascent keeps trying until 13:37 UTC tomorrow; Try now asks at once.",
                "WAITING  | of-tomorrow          | Waiting, goes on at 14:05 UTC A plain sentence of the engine. It goes on by itself; Try now asks Autotask at once.",
                "PAUSED   |                      | Paused by Zoë Lindqvist today at 13:43 Resume goes on where it stopped.",
                "FAILED   | credentials-rejected | Stopped: Autotask no longer accepts the credentials Replace them, then press Resume. The import goes on where it stopped.",
                "FAILED   | access-denied        | Stopped: the API user may no longer read some records Restore the right in Autotask, then press Resume.",
                "FAILED   | outage-timeout       | Stopped: no answer of Autotask could be used for 24 hours Nothing is lost; Resume goes on where it stopped.",
                "FAILED   | fault                | Stopped by a fault in Ascent, error 7f3a-91c2 Nothing is lost; Resume goes on where it stopped.",
                "FAILED   | of-tomorrow          | Stopped by an error A plain sentence of the engine. Nothing is lost; Resume goes on where it stopped.",
                "CANCELLED|                      | Cancelled by Zoë Lindqvist today at 13:43 This run has created 35,783, updated 0, linked 0 and found 0 unchanged; all that stays in Ascent. Run again reads everything once more and creates nothing twice."
            })
    void saysWhyARunDoesNotMove(RunStatus status, @Nullable String code, String words) {
        ProgressView.StateMessage message = view(pulling(status, code)).message();

        assertThat(message).isNotNull();
        assertThat(((message.title() == null ? "" : message.title() + " ") + message.text()))
                .isEqualTo(words);
    }

    @Test
    void namesTheTypeThatMayNoLongerBeRead() {
        RunView run = run(
                RunStatus.FAILED,
                "access-denied",
                COMPANIES_DONE,
                progress("contacts", EntityStatus.FAILED, 9L, 0, 0, 0, 0));

        assertThat(view(run).message()).isNotNull();
        assertThat(view(run).message().title()).isEqualTo("Stopped: the API user may no longer read contacts");
    }

    @Test
    void hasNothingToSayAboveARunWithoutAReason() {
        RunView failed = run(RunStatus.FAILED, (String) null, COMPANIES_DONE);
        RunView waiting = run(RunStatus.WAITING, (String) null, COMPANIES_DONE);

        assertThat(view(failed).message()).isNotNull();
        assertThat(view(failed).message().text()).isEqualTo("Nothing is lost; Resume goes on where it stopped.");
        assertThat(view(waiting).message()).isNotNull();
        assertThat(view(waiting).message().text()).startsWith("Nothing is lost. It goes on by itself");
        assertThat(view(run(RunStatus.COMPLETED, COMPANIES_DONE)).message()).isNull();
    }

    @Test
    void speaksOfAFaultWithoutANumberToo() {
        RunView run = pulling(RunStatus.FAILED, "fault");
        RunView nameless = new RunView(
                run.id(),
                1,
                RunKind.FULL,
                run.status(),
                "fault",
                null,
                null,
                null,
                null,
                null,
                null,
                run.startedAt(),
                null,
                Imagined.ZOE,
                null,
                null,
                Conflicts.KEEP_ASCENT,
                Scope.EVERYTHING,
                0,
                null,
                null,
                Duration.ZERO,
                run.entities());

        assertThat(view(nameless).message()).isNotNull();
        assertThat(view(nameless).message().title()).isEqualTo("Stopped by a fault in Ascent");
    }

    @ParameterizedTest
    @CsvSource({"QUEUED,", "PAUSED, Ran for 1 min 24 s", "FAILED, Ran for 1 min 24 s", "CANCELLED, Ran for 1 min 24 s"})
    void tellsHowLongARestingRunWorked(RunStatus status, @Nullable String words) {
        ProgressView view = view(pulling(status, null));

        assertThat(view.running()).isEqualTo(words);
        assertThat(view.activity()).isNull();
        assertThat(view.lastAnswer()).isNull();
    }

    private static RunView answered(@Nullable Instant answer) {
        RunView run = run(RunStatus.RUNNING, CONTACTS_PULLING);
        return copy(run, null, null, null, answer, run.worked());
    }

    private static RunView timeless(RunView run) {
        return copy(run, null, null, null, null, run.worked());
    }
}
