package app.ascent.journey.progress;

import static app.ascent.journey.Imagined.NOW;
import static app.ascent.journey.Imagined.progress;
import static app.ascent.journey.Imagined.pulling;
import static app.ascent.journey.Imagined.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ascent.journey.Fact;
import app.ascent.journey.Imagined;
import app.ascent.journey.Status;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.RunStatus;
import app.ascent.migration.RunView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressScreenTests extends ProgressScreenTest {

    @Test
    void showsHowFarARunIs() {
        ProgressView view = view(pulling(RunStatus.RUNNING, null));

        assertThat(view.poll()).isTrue();
        assertThat(view.message()).isNull();
        assertThat(view.percent()).isEqualTo("68%");
        assertThat(view.handled()).isEqualTo("35,912 of 52,125 records handled");
        assertThat(view.left()).isEqualTo("Less than a minute left");
        assertThat(view.running()).isEqualTo("Running for 1 min 24 s");
        assertThat(view.activity()).isEqualTo("Reading contacts, page 72 of 97; 32,000 of them handled");
        assertThat(view.lastAnswer()).isEqualTo("Last answer 0.8 s ago");
        assertThat(view.announce()).isEqualTo("Running, reading contacts");
        assertThat(view.moves()).isTrue();
    }

    /** Nothing is read of Autotask, and no page says so. */
    @Test
    void saysThatARunGoesThroughWhatWasRead() {
        ProgressView view = view(Imagined.remapped(pulling(RunStatus.RUNNING, null)));

        assertThat(view.activity()).isEqualTo("Going through the contacts that were read before");
        assertThat(view.announce()).isEqualTo("Running, going through contacts");
        assertThat(view.lastAnswer()).isNull();
        assertThat(view.facts())
                .extracting(Fact::name, Fact::value)
                .contains(tuple("Run", "1, decisions applied without a call"), tuple("Calls made", "0"));
    }

    @Test
    void showsEveryTypeAndTheirSum() {
        ProgressView view = view(pulling(RunStatus.RUNNING, null));

        assertThat(view.rows()).extracting(ProgressView.Row::name).containsExactly("Companies", "Contacts");
        assertThat(view.rows()).extracting(ProgressView.Row::done).containsExactly(true, false);
        assertThat(view.rows().getFirst().skipped().zero()).isTrue();
        assertThat(view.total().loaded().text()).isEqualTo("35,783");
        assertThat(view.total().expected().text()).isEqualTo("52,125");
    }

    @Test
    void tellsTheFactsOfTheRun() {
        ProgressView view = view(pulling(RunStatus.RUNNING, null));

        assertThat(view.facts())
                .extracting(Fact::value)
                .containsExactly(
                        "1, full import",
                        "Today, 13:42:06",
                        "86 of about 121",
                        "0.9 s",
                        "25,600",
                        "Ascent’s value is kept",
                        "Stored encrypted");
        assertThat(view.quota()).isNotNull();
        assertThat(view.quota().facts())
                .extracting(Fact::name)
                .containsExactly(
                        "Ascent, last 60 minutes", "Your other integrations", "Ascent stops at 45%", "Tenant limit");
    }

    @Test
    void saysNothingAboutASpeedNobodyKnowsYet() {
        RunView young = worked(pulling(RunStatus.RUNNING, null), Duration.ofSeconds(3));
        RunView idle = run(RunStatus.RUNNING, progress("contacts", EntityStatus.PULLING, 10L, 0, 0, 0, 0));
        RunView slow = run(RunStatus.RUNNING, progress("contacts", EntityStatus.PULLING, 10L, 9, 9, 0, 0));

        assertThat(workshop.facts.of(young)).extracting(Fact::name).doesNotContain("Records a minute");
        assertThat(workshop.facts.of(idle)).extracting(Fact::name).doesNotContain("Records a minute");
        assertThat(workshop.facts.of(slow)).extracting(Fact::value).contains("6");
    }

    @Test
    void namesNoLimitOfCallsThatIsNotKnownOrWasPassed() {
        RunView uncounted = run(RunStatus.RUNNING, progress("contacts", EntityStatus.PULLING, null, 0, 0, 0, 0));
        RunView many = run(RunStatus.RUNNING, progress("contacts", EntityStatus.PULLING, 10L, 0, 0, 0, 0));

        assertThat(workshop.facts.of(uncounted)).extracting(Fact::value).contains("86");
        assertThat(workshop.facts.of(many)).extracting(Fact::value).contains("86");
    }

    @Test
    void countsFirst() {
        RunView run = run(
                RunStatus.RUNNING,
                progress("companies", EntityStatus.PENDING, null, 0, 0, 0, 0),
                progress("contacts", EntityStatus.PENDING, null, 0, 0, 0, 0));

        ProgressView view = view(run);

        assertThat(view.counting()).isTrue();
        assertThat(view.percent()).isNull();
        assertThat(view.handled()).isNull();
        assertThat(view.left()).isNull();
        assertThat(view.activity()).isEqualTo("Counting records in Autotask");
        assertThat(view.announce()).isEqualTo("Running");
        assertThat(view.rows().getFirst().of()).isNull();
        assertThat(view.rows().getFirst().expected().text()).isEmpty();
        assertThat(view.total().expected().text()).isEmpty();
    }

    @Test
    void endsCountingWhenAllIsCountedOrRecordsComeWithoutIt() {
        RunView counted = run(
                RunStatus.RUNNING,
                progress("companies", EntityStatus.PENDING, 900L, 0, 0, 0, 0),
                progress("contacts", EntityStatus.PENDING, 2600L, 0, 0, 0, 0));
        RunView uncountable = run(
                RunStatus.RUNNING,
                progress("companies", EntityStatus.LOADING, 900L, 900, 300, 0, 0),
                progress("contacts", EntityStatus.PULLING, null, 2500, 0, 0, 0));

        assertThat(view(counted).counting()).isFalse();
        assertThat(view(counted).activity()).isEqualTo("Reading companies, page 1 of 2");
        assertThat(view(uncountable).counting()).isFalse();
        assertThat(view(uncountable).percent()).isNull();
        assertThat(view(uncountable).handled()).isEqualTo("300 records handled so far");
    }

    @Test
    void saysWhichTypesWaitForTheirParents() {
        RunView run = run(
                RunStatus.RUNNING,
                progress("companies", EntityStatus.PULLING, 900L, 500, 300, 0, 0),
                progress("contacts", EntityStatus.LOADING, 2600L, 2600, 0, 0, 0));

        assertThat(view(run).rows().getLast().status()).isEqualTo(Status.waitsFor("companies"));
        assertThat(view(run).activity()).isEqualTo("Reading companies, page 2 of 2; 300 of them handled");

        RunView paused = run(
                RunStatus.PAUSED,
                progress("companies", EntityStatus.PULLING, 900L, 500, 300, 0, 0),
                progress("contacts", EntityStatus.LOADING, 2600L, 2600, 0, 0, 0));
        assertThat(view(paused).rows())
                .extracting(ProgressView.Row::status)
                .doesNotContain(Status.waitsFor("companies"));
    }

    @Test
    void tellsADayWhereAWaitIsLongAndNoTimeThatIsOver() {
        RunView run = pulling(RunStatus.WAITING, "rate-limited");
        RunView tomorrow = copy(run, NOW.plusSeconds(86_400), NOW, null, null, run.worked());
        RunView over = copy(run, NOW.minusSeconds(1), NOW, null, null, run.worked());

        assertThat(view(tomorrow).message().title())
                .isEqualTo("Autotask asked for a break, goes on at 13:43 UTC tomorrow");
        assertThat(view(over).message().title()).isEqualTo("Autotask asked for a break, goes on at any moment");
    }

    @Test
    void countsWhatACancelledRunHandledOfWhatCame() {
        RunView before = run(RunStatus.CANCELLED, progress("contacts", EntityStatus.PULLING, null, 500, 0, 0, 0));
        RunView amid = run(RunStatus.CANCELLED, progress("contacts", EntityStatus.LOADING, null, 500, 200, 0, 0));

        assertThat(view(before).handled()).isEqualTo("None of the 500 records that came was handled");
        assertThat(view(amid).handled()).isEqualTo("200 of the 500 records that came were handled");
    }

    @Test
    void aBarShowsWhatIsHandledAndWhatIsAhead() {
        Bar bar = Bar.of(320, 355, 482, "Contacts");

        assertThat(bar.handled()).isEqualTo("66.39");
        assertThat(bar.ahead()).isEqualTo("7.26");
    }

    @Test
    void aBarOfNothingIsEmpty() {
        assertThat(Bar.of(0, 0, 0, "Contacts").handled()).isEqualTo("0.00");
    }
}
