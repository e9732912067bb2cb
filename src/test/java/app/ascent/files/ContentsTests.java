package app.ascent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.ascent.crm.Samples;
import app.ascent.files.Contents.Content;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** Content is never lost while something names it, and nothing stays that nothing names. */
@FilesTest
class ContentsTests {

    private final OrganizationId organization = Samples.organization();
    private final Owner crate = Crates.built(organization);
    private final Contents contents;
    private final ContentStore store;
    private final PrivateFolder incoming;
    private final AttachmentImports imports;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;

    @Autowired
    ContentsTests(
            Contents contents,
            ContentStore store,
            PrivateFolder incoming,
            AttachmentImports imports,
            TransactionOperations transactions,
            JdbcClient jdbc) {
        this.contents = contents;
        this.store = store;
        this.incoming = incoming;
        this.imports = imports;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private Content kept(String text) {
        return Attached.kept(contents, organization, text);
    }

    private ImportedPart<AttachmentFields> named(Content content) {
        ImportedPart<AttachmentFields> part = Attached.fresh(Attached.file(crate, "plan.pdf", content));
        imports.save(organization, List.of(part));
        return part;
    }

    private ContentStore.Key key(Content content) {
        return new ContentStore.Key(organization, content.sha256());
    }

    private boolean stored(Content content) {
        return store.size(key(content)).isPresent();
    }

    private long rows(String where) {
        return jdbc.sql("select count(*) from file_content where organization_id = ? " + where)
                .param(organization.value())
                .query(Long.class)
                .single();
    }

    /** An hour goes by, and more. */
    private void later() {
        jdbc.sql("update file_content set touched_at = touched_at - interval '2 hours' where organization_id = ?")
                .param(organization.value())
                .update();
    }

    private void sweep(ContentStore swept) {
        new Sweep(swept, incoming, jdbc, transactions, Clock.systemUTC()).run();
    }

    @Test
    void keepsOnceWhatIsTheSame() throws IOException {
        Content once = kept("the same");

        assertThat(kept("the same")).isEqualTo(once);
        assertThat(rows("")).isEqualTo(1);
        assertThat(once.size()).isEqualTo(8);
        try (InputStream read = contents.open(organization, once, 4)) {
            assertThat(read.readAllBytes()).asString().isEqualTo("same");
        }
    }

    @Test
    void startsAgainWithNothingOfTheFirstTry() throws IOException {
        try (Incoming arriving = contents.incoming()) {
            arriving.stream().write("half of".getBytes());
            arriving.restart();
            arriving.stream().write("all".getBytes());

            assertThat(contents.keep(organization, arriving)).isEqualTo(kept("all"));
        }
    }

    /** What a transaction rolls back would leave bytes that no row knows. */
    @Test
    void isNeverKeptWithinATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> transactions.executeWithoutResult(_ -> kept("early")));
    }

    @Test
    void leavesNothingOfWhatNobodyNames() throws IOException {
        Content unnamed = kept("unnamed");
        Path left = incoming.file("incoming-");
        Files.setLastModifiedTime(
                left, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofHours(2))));
        Path young = incoming.file("incoming-");

        sweep(store);
        assertThat(stored(unnamed)).as("within the hour").isTrue();
        later();
        sweep(store);

        assertThat(stored(unnamed)).isFalse();
        assertThat(rows("")).isZero();
        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void leavesNothingOfWhatNeverGotIntoTheStore() {
        Contents broken = new Contents(
                new Disturbed(store, null) {
                    @Override
                    public void put(ContentStore.Key key, Path file) {
                        throw new ContentsAway("Away");
                    }
                },
                incoming,
                jdbc);

        assertThat(catchThrowableOfType(ContentsAway.class, () -> Attached.kept(broken, organization, "never stored")))
                .hasMessage("Away");
        assertThat(rows("")).as("claimed before").isEqualTo(1);
        later();
        sweep(store);
        assertThat(rows("")).isZero();
    }

    @Test
    void keepsWhatIsNamedAndForAnHourWhatNoLongerIs() {
        Content content = kept("named");
        ImportedPart<AttachmentFields> part = named(content);

        later();
        sweep(store);
        assertThat(stored(content)).isTrue();
        assertThat(rows("and touched_at is null")).as("not looked at again").isEqualTo(1);

        jdbc.sql("delete from attachment where id = ?").param(part.id()).update();
        sweep(store);
        assertThat(stored(content)).as("within the hour").isTrue();
        later();
        sweep(store);
        assertThat(stored(content)).isFalse();
    }

    @Test
    void removesLaterWhatCouldNotBeRemoved() {
        Content content = kept("stubborn");
        later();

        assertThat(catchThrowableOfType(
                        ContentsAway.class,
                        () -> sweep(new Disturbed(store, _ -> {
                            throw new ContentsAway("Away");
                        }))))
                .hasMessage("Away");
        assertThat(rows("")).isEqualTo(1);
        sweep(store);

        assertThat(stored(content)).isFalse();
        assertThat(rows("")).isZero();
    }

    /** Whoever comes while the bytes are being removed waits for that, and then puts them there. */
    @Test
    void isThereForWhoeverComesWhileItIsRemoved() throws Exception {
        Content content = kept("twice");
        later();
        CompletableFuture<Content> writer = new CompletableFuture<>();

        sweep(new Disturbed(store, _ -> {
            writer.completeAsync(() -> kept("twice"));
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> writer.get(300, TimeUnit.MILLISECONDS));
        }));

        assertThat(writer.get(10, TimeUnit.SECONDS)).isEqualTo(content);
        assertThat(stored(content)).isTrue();
        named(content);
        later();
        sweep(store);
        assertThat(stored(content)).isTrue();
    }

    /** Whoever touched it after the sweep chose it keeps it. */
    @Test
    void isKeptForWhoeverCameBeforeItWasRemoved() {
        Content first = kept("first");
        Content second = kept("second");
        later();

        sweep(new Disturbed(store, key -> CompletableFuture.runAsync(
                        () -> kept(key.sha256().equals(first.sha256()) ? "second" : "first"))
                .join()));

        assertThat(rows("")).isEqualTo(1);
        assertThat(stored(first)).isNotEqualTo(stored(second));
    }

    /** A store that does something before it deletes. */
    private static class Disturbed implements ContentStore {

        private final ContentStore store;
        private final @Nullable Consumer<ContentStore.Key> before;

        Disturbed(ContentStore store, @Nullable Consumer<ContentStore.Key> before) {
            this.store = store;
            this.before = before;
        }

        @Override
        public OptionalLong size(ContentStore.Key key) {
            return store.size(key);
        }

        @Override
        public void put(ContentStore.Key key, Path file) {
            store.put(key, file);
        }

        @Override
        public InputStream open(ContentStore.Key key, long from) {
            return store.open(key, from);
        }

        @Override
        public void delete(ContentStore.Key key) {
            if (before != null) {
                before.accept(key);
            }
            store.delete(key);
        }

        @Override
        public void check() {
            store.check();
        }
    }
}
