package app.ascent.importing.attachment;

import app.ascent.autotask.client.Download;
import app.ascent.files.AttachmentFields;
import app.ascent.files.AttachmentKind;
import app.ascent.files.Contents;
import app.ascent.files.ContentsAway;
import app.ascent.files.FilesProperties;
import app.ascent.files.Incoming;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.field.Value;
import app.ascent.migration.RunLeft;
import app.ascent.migration.spi.Beside;
import app.ascent.migration.spi.Content;
import app.ascent.migration.spi.ContentTransfer;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fetches the content of a file while it comes, and keeps it if it is as long as Autotask says. What is wrong with one file costs that
 * file; where one after the other meets the same trouble it is no fault of theirs.
 */
@Component
class AttachmentContent implements ContentTransfer<AutotaskAttachment, AttachmentFields> {

    /** So many files, one behind the other, that did not come to their end although Autotask answers. */
    private static final int CUT = 3;

    /** So many that the API user may not read. */
    private static final int DENIED = 10;

    private static final Duration STORE_IS_BACK = Duration.ofMinutes(1);

    private final AutotaskSource autotask;
    private final Contents contents;
    private final FilesProperties files;
    private final Map<RunId, Troubles> troubles = new ConcurrentHashMap<>();

    AttachmentContent(AutotaskSource autotask, Contents contents, FilesProperties files) {
        this.autotask = autotask;
        this.contents = contents;
        this.files = files;
    }

    /** What another run meets is no trouble of this one, nor what it met itself before it had to wait. */
    @EventListener
    void left(RunLeft run) {
        troubles.remove(run.run());
    }

    private Troubles troubles(RunContext run) {
        return troubles.computeIfAbsent(run.run(), _ -> new Troubles());
    }

    /**
     * Trouble of a kind that came in a run one file behind the other. It is counted anew when it was told: who comes back tries again.
     */
    private static final class Troubles {
        private int cut;
        private int denied;

        private synchronized void over() {
            cut = 0;
            denied = 0;
        }

        private synchronized boolean cut() {
            cut = (cut + 1) % CUT;
            return cut == 0;
        }

        private synchronized boolean denied() {
            denied = (denied + 1) % DENIED;
            return denied == 0;
        }
    }

    @Override
    public Outcome<AttachmentFields> fetch(RunContext run, AutotaskAttachment source, AttachmentFields target)
            throws InterruptedException {
        if (target.kind() == AttachmentKind.LINK) {
            return new Outcome.Nothing<>();
        }
        try (Incoming incoming = contents.incoming()) {
            return kept(run, source, incoming);
        } catch (ContentsAway away) {
            throw new SourceFailure.RetryLater("files-away", String.valueOf(away.getMessage()), STORE_IS_BACK, away);
        }
    }

    private Outcome<AttachmentFields> kept(RunContext run, AutotaskAttachment source, Incoming incoming)
            throws InterruptedException {
        OptionalLong told = source.size();
        long most = told.isPresent() ? told.getAsLong() : files.maxSize().toBytes();
        Download came;
        try {
            came = autotask.download(
                    run,
                    ways(source),
                    () -> {
                        incoming.restart();
                        return incoming.stream();
                    },
                    most);
        } catch (SourceFailure.RetryLater trouble) {
            return cut(run, trouble);
        }
        return switch (came) {
            case Download.Whole whole -> whole(run, incoming, told, whole.bytes());
            case Download.TooLong _ ->
                told.isPresent()
                        ? corrupt("It is longer than the %,d bytes that Autotask tells.".formatted(told.getAsLong()))
                        : new Outcome.Refused<>(
                                AttachmentMapper.without(AttachmentMapper.TOO_LARGE, AttachmentMapper.SIZE, null));
            case Download.Damaged _ -> corrupt("What Autotask sent cannot be decoded.");
            case Download.Absent absent -> absent(run, absent);
        };
    }

    private static List<String> ways(AutotaskAttachment source) {
        long file = Value.id(source.id()).orElseThrow();
        return AttachmentMapper.holder(source)
                .map(holder -> holder.ways(source, file))
                .orElseGet(() -> List.of(
                        "TimeEntries/%s/Attachments/%d".formatted(Value.listed(source.timeEntryID()), file),
                        "TimeEntryAttachments/" + file));
    }

    private Outcome<AttachmentFields> whole(RunContext run, Incoming incoming, OptionalLong told, long bytes) {
        troubles(run).over();
        if (told.isPresent() && told.getAsLong() != bytes) {
            return corrupt("Autotask tells of %,d bytes and sent %,d.".formatted(told.getAsLong(), bytes));
        }
        if (bytes == 0) {
            return new Outcome.Refused<>(
                    AttachmentMapper.without(AttachmentMapper.EMPTY_FILE, AttachmentMapper.SIZE, "0"));
        }
        Contents.Content content = contents.keep(run.organization(), incoming);
        return new Outcome.Fetched<>(new Content(content.sha256(), content.size()));
    }

    /** Where Autotask answers other questions, it is this file that does not come. */
    private Outcome<AttachmentFields> cut(RunContext run, SourceFailure.RetryLater trouble)
            throws InterruptedException {
        if (!trouble.code().equals("outage")
                || !autotask.answers(run)
                || troubles(run).cut()) {
            throw trouble;
        }
        return failed(Reason.SOURCE_ERROR, "Autotask began to send it several times and did not come to its end.");
    }

    private Outcome<AttachmentFields> absent(RunContext run, Download.Absent absent) {
        if (absent.denied() && troubles(run).denied()) {
            throw new SourceFailure.Unreadable(
                    "access-denied", "The API user may not read the content of files in Autotask.", null);
        }
        return failed(Reason.SOURCE_ERROR, absent.why());
    }

    private static Outcome<AttachmentFields> corrupt(String why) {
        return failed(AttachmentMapper.CORRUPT, why);
    }

    private static Outcome<AttachmentFields> failed(Reason reason, String why) {
        return new Outcome.Refused<>(new Mapped.Rejected<>(
                List.of(Finding.of(reason, AttachmentMapper.SIZE, null).saying(why))));
    }

    @Override
    public Beside beside(AttachmentFields target) {
        return AttachmentMapper.beside(target);
    }

    @Override
    public Mapped<AttachmentFields> withoutSource() {
        return AttachmentMapper.without(AttachmentMapper.NOT_FETCHED, AttachmentMapper.SIZE, null);
    }
}
