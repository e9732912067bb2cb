package app.ascent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.ascent.crm.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every place where content lies. */
class ContentStoreTests {

    @TempDir
    private static Path s3Folder;

    private static LocalS3 s3;

    private final ContentStore.Key key = new ContentStore.Key(Samples.organization(), "ab".repeat(32));

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        s3 = new LocalS3(s3Folder);
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    private ContentStore store(String which) {
        if (which.equals("folder")) {
            return new FolderStore(new PrivateFolder(folder.resolve("files")));
        }
        return s3(s3.address(), LocalS3.SECRET);
    }

    private static ContentStore s3(URI address, String secret) {
        return new S3Store(
                FilesConfiguration.s3Client(
                        new FilesProperties.S3(address, "eu-north-1", LocalS3.BUCKET, true, LocalS3.ACCESS, secret)),
                LocalS3.BUCKET);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "incoming-", ".tmp"), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "s3"})
    void givesBackWhatWasPut(String which) throws IOException {
        ContentStore store = store(which);
        byte[] bytes = new byte[300_000];
        Arrays.fill(bytes, 1_000, 2_000, (byte) 7);

        assertThat(store.size(key)).isEmpty();
        store.put(key, file(bytes));
        store.put(key, file(bytes));

        assertThat(store.size(key)).hasValue(bytes.length);
        try (InputStream all = store.open(key, 0)) {
            assertThat(all.readAllBytes()).isEqualTo(bytes);
        }
        try (InputStream rest = store.open(key, 1_999)) {
            assertThat(rest.readNBytes(2)).containsExactly(7, 0);
        }
        store.check();
        store.delete(key);
        store.delete(key);
        assertThat(store.size(key)).isEmpty();
        assertThatExceptionOfType(ContentsAway.class).isThrownBy(() -> store.open(key, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "s3"})
    void keepsApartWhatIsOfAnotherOrganization(String which) throws IOException {
        ContentStore store = store(which);
        store.put(key, file(new byte[] {1}));

        assertThat(store.size(new ContentStore.Key(Samples.organization(), key.sha256())))
                .isEmpty();
    }

    @Test
    void liesWhereNobodyElseLooks() throws IOException {
        PrivateFolder files = new PrivateFolder(folder.resolve("private"));
        new FolderStore(files).put(key, new PrivateFolder(files.root().resolve("incoming")).file("incoming-"));

        Path lies = files.root().resolve(key.path());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lies)))
                .isEqualTo("rw-------");
        for (Path above = lies.getParent(); !above.equals(folder); above = above.getParent()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(above)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void saysInPlainWordsThatAFolderCannotBeUsed() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        ContentStore store = new FolderStore(new PrivateFolder(noFolder));

        assertThatExceptionOfType(ContentsAway.class)
                .isThrownBy(() -> store.put(key, file(new byte[] {1})))
                .withMessage("The folder in which files are kept cannot be used.")
                .withNoCause();
        assertThatExceptionOfType(ContentsAway.class).isThrownBy(store::check);
    }

    /** Neither keys nor addresses. */
    @Test
    void saysInPlainWordsThatAStoreRefusesOrIsAway() {
        ContentStore refused = s3(s3.address(), "wrong");
        assertThatExceptionOfType(ContentsAway.class)
                .isThrownBy(() -> refused.open(key, 0))
                .withMessage("The store in which files are kept refuses the keys that Ascent has for it.")
                .withNoCause();

        assertThatExceptionOfType(ContentsAway.class)
                .isThrownBy(() ->
                        s3(URI.create("http://127.0.0.1:9"), LocalS3.SECRET).check())
                .withMessage("The store in which files are kept does not answer.")
                .withNoCause();
        assertThat(new FilesProperties.S3(URI.create("http://s3"), "r", "b", true, LocalS3.ACCESS, LocalS3.SECRET)
                        .toString())
                .doesNotContain(LocalS3.ACCESS, LocalS3.SECRET);
    }
}
