package app.ascent.importing.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.files.AttachmentFields;
import app.ascent.files.AttachmentKind;
import app.ascent.files.Contents;
import app.ascent.files.FilesProperties;
import app.ascent.files.Incoming;
import app.ascent.files.OwnerId;
import app.ascent.files.UploaderType;
import app.ascent.files.Visibility;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.AutotaskSource;
import app.ascent.migration.RunLeft;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.ContentTransfer.Outcome;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceFailure;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Files that are cut while Autotask answers cost themselves, until there are so many in a row that the run waits. */
class AttachmentContentTests {

    private static final AutotaskAttachment FILE = JsonMapper.shared()
            .readValue("{\"id\":\"5\",\"ticketID\":\"1\",\"fileSize\":\"5\"}", AutotaskAttachment.class);

    private final AutotaskSource autotask = mock();
    private final Contents contents = mock();
    private final FilesProperties properties = mock();
    private final AttachmentContent content = new AttachmentContent(autotask, contents, properties);
    private final RunContext run = run();

    @BeforeEach
    void cutEveryFile() throws InterruptedException {
        Incoming incoming = mock();
        when(contents.incoming()).thenReturn(incoming);
        when(autotask.answers(any())).thenReturn(true);
        when(autotask.download(any(), any(), any(), anyLong()))
                .thenThrow(new SourceFailure.RetryLater("outage", "Silence", null, null));
    }

    private static RunContext run() {
        return new RunContext(
                new OrganizationId(UUID.randomUUID()),
                new MigrationId(UUID.randomUUID()),
                new RunId(UUID.randomUUID()),
                new Source("AUTOTASK", 91_234, UUID.randomUUID()),
                Conflicts.KEEP_ASCENT);
    }

    private static AttachmentFields target() {
        OwnerId ticket = new OwnerId(UUID.randomUUID());
        return new AttachmentFields(
                "tickets",
                ticket,
                "tickets",
                ticket,
                "plan.pdf",
                AttachmentKind.FILE,
                null,
                null,
                null,
                null,
                Visibility.INTERNAL,
                Instant.EPOCH,
                UploaderType.SYSTEM,
                null,
                null);
    }

    private void costsItself(RunContext of) throws InterruptedException {
        assertThat(content.fetch(of, FILE, target())).isInstanceOf(Outcome.Refused.class);
    }

    private void makesWait(RunContext of) {
        assertThatThrownBy(() -> content.fetch(of, FILE, target())).isInstanceOf(SourceFailure.RetryLater.class);
    }

    @Test
    void makesARunWaitBehindThreeInARow() throws InterruptedException {
        costsItself(run);
        costsItself(run);
        makesWait(run);
        costsItself(run);
    }

    @Test
    void countsForEachRunByItself() throws InterruptedException {
        RunContext other = run();
        costsItself(run);
        costsItself(run);

        costsItself(other);
        costsItself(other);

        makesWait(run);
        makesWait(other);
    }

    @Test
    void beginsAnewWhereTheRunHadToWaitOrEnded() throws InterruptedException {
        costsItself(run);
        costsItself(run);

        content.left(new RunLeft(run.run()));

        costsItself(run);
        costsItself(run);
        makesWait(run);
    }
}
