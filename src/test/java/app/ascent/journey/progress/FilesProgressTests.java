package app.ascent.journey.progress;

import static app.ascent.journey.Imagined.COMPANIES_DONE;
import static app.ascent.journey.Imagined.CONTACTS_PULLING;
import static app.ascent.journey.Imagined.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.Quotas.QuotaView;
import app.ascent.journey.Imagined;
import app.ascent.journey.progress.ProgressView.Files;
import app.ascent.migration.EntityProgress;
import app.ascent.migration.EntityProgress.Bytes;
import app.ascent.migration.EntityStatus;
import app.ascent.migration.RunStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files, which come behind everything else, by their number and bytes. */
class FilesProgressTests extends ProgressScreenTest {

    private static EntityProgress attachments(
            EntityStatus status, @Nullable Long expected, long pulled, long loaded, Bytes bytes) {
        return new EntityProgress(
                "attachments",
                "attachments",
                status,
                null,
                expected,
                pulled,
                loaded,
                loaded,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                bytes);
    }

    private Files files(ProgressView view) {
        Files files = view.files();
        assertThat(files).isNotNull();
        return files;
    }

    @Test
    void tellNoNumberBeforeAnybodyKnowsOneAndLeaveTheRestItsShare() {
        ProgressView view = view(run(
                RunStatus.RUNNING,
                COMPANIES_DONE,
                CONTACTS_PULLING,
                attachments(EntityStatus.PENDING, null, 0, 0, new Bytes(0, 0, 0))));

        assertThat(view.percent()).isEqualTo("68%");
        assertThat(view.handled()).isEqualTo("35,912 of 52,125 records handled");
        assertThat(files(view))
                .isEqualTo(new Files(
                        "They are looked for when everything else is here. How many there are shows then.",
                        false,
                        0,
                        1,
                        false,
                        null,
                        null));
        assertThat(view.rows().getLast().expected().text()).isEmpty();
    }

    @Test
    void areLookedForWhenEverythingElseIsHere() {
        ProgressView view = view(run(
                RunStatus.RUNNING,
                COMPANIES_DONE,
                attachments(EntityStatus.PULLING, null, 31, 12, new Bytes(3_100_000, 1_200_000, 1_200_000))));

        assertThat(view.activity()).isEqualTo("Looking for files: 31 found so far, 12 handled");
        assertThat(view.announce()).isEqualTo("Running, looking for files");
        assertThat(view.percent()).isEqualTo("100%");
        assertThat(files(view).said()).isEqualTo("31 found so far, 12 handled");
        assertThat(files(view).counted()).isFalse();
        assertThat(files(view).here())
                .isEqualTo("Clients are in Ascent, and your team can work with them. Files follow by themselves.");
        assertThat(view.rows().getLast().bar())
                .as("no share of what nobody knows")
                .isEqualTo(Bar.of(0, 0, 0, "Attachments: 12 handled, 31 pulled"));
    }

    @Test
    void goByNumberAndBytesAndTakeACallEach() {
        ProgressView view = view(run(
                RunStatus.RUNNING,
                COMPANIES_DONE,
                attachments(EntityStatus.LOADING, 402L, 402, 31, new Bytes(3_100_000, 800_000, 800_000))));

        assertThat(view.activity()).isEqualTo("Fetching attachments, 31 of 402 handled");
        assertThat(files(view).said()).isEqualTo("31 of 402 files, 800 kB of 3.1 MB");
        assertThat(files(view).value() + " of " + files(view).max())
                .as("a large one that is not fetched is one of them, too")
                .isEqualTo("31 of 402");
        assertThat(files(view).left()).isEqualTo("About 6 minutes left");
        assertThat(files(view).here()).isNotNull();
    }

    @Test
    void takeAsLongAsTheQuotaLetsThem() {
        EntityProgress many = attachments(EntityStatus.LOADING, 96_204L, 96_204, 0, new Bytes(31_400_000_000L, 0, 0));
        QuotaView quota = new QuotaView(10_000, 60, 0, 1_264, 4_500, Imagined.NOW);

        Files files = this.files.of(run(RunStatus.WAITING, "quota", COMPANIES_DONE, many), quota);

        assertThat(files).isNotNull();
        assertThat(files.left()).isEqualTo("About 28 h 45 min left once it goes on");
        assertThat(files.said()).isEqualTo("0 of 96,204 files, 0 kB of 31.4 GB");
    }

    @Test
    void saysThatTheirStoreIsAway() {
        ProgressView view = view(run(
                RunStatus.WAITING,
                "files-away",
                COMPANIES_DONE,
                attachments(EntityStatus.LOADING, 402L, 402, 31, new Bytes(3_100_000, 1_200_000, 1_200_000))));

        assertThat(view.message()).isNotNull();
        assertThat(view.message().title()).startsWith("The place where files are kept does not answer, tries again at");
        assertThat(view.message().action()).isEqualTo("try");
    }

    @Test
    void sayNothingMoreWhenAllAreHere() {
        Files done = files(view(
                run(RunStatus.RUNNING, COMPANIES_DONE, attachments(EntityStatus.DONE, 1L, 1, 1, new Bytes(5, 5, 5)))));

        assertThat(done).isEqualTo(new Files("1 of 1 file, 1 of 1 kB", true, 1, 1, true, null, null));
    }
}
