import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An import of files, held against a plain loop over the same files. */
final class Attachments {

    private static final String ENTITY = "attachments";
    private static final double TIMES_THE_LOOP = 1.5;

    /** Some hang on records that do not come over, or not yet. */
    private static final double LEFT_BEHIND = 0.02;

    private static final double MEGABYTE = 1_000_000;

    /** Some thousand files, most of them small; or some large ones, where smallest and largest are one. */
    record Size(int files, String smallest, String largest) {

        List<String> settings() {
            return List.of(
                    "--ascent.sandbox.tickets=4000",
                    "--ascent.sandbox.files=" + files,
                    "--ascent.sandbox.file-size-min=" + smallest,
                    "--ascent.sandbox.file-size-max=" + largest,
                    "--ascent.sandbox.odd-files=false");
        }
    }

    private final Application ascent;
    private final Postgres postgres;
    private final Application tenant;
    private final Desk.Promise promises;

    Attachments(Application ascent, Postgres postgres, Application tenant, Desk.Promise promises) {
        this.ascent = ascent;
        this.postgres = postgres;
        this.tenant = tenant;
        this.promises = promises;
    }

    /** @param directory where the loop may write */
    void measure(Map<String, String> body, Map<String, String> headers, Path directory) throws Exception {
        var loop = new FileLoop(tenant, headers);
        List<String> ways = loop.list();
        int listing = loop.calls();
        long begin = System.nanoTime();
        long bytes = loop.fetch(ways, directory);
        double plain = (System.nanoTime() - begin) / 1e9;
        print("Plain loop", ways.size(), bytes, plain, loop.calls() - listing);
        delete(directory.toFile());

        var migration = new Import(ascent, body);
        var loading = new Loading(postgres);
        double processor = ascent.processorTime();
        double seconds = migration.run();
        loading.close();
        migration.printEntities();
        double content = (loading.behind(ENTITY, 10).nanos() - loading.behind(ENTITY, 0).nanos()) / 1e9;
        long[] came = came();
        print("Import", came[0], came[1], content, migration.requests());
        System.out.printf(
                Locale.ROOT, "  with everything else %.1f s, processor %.1f s%n", seconds, ascent.processorTime() - processor);
        loading.printTenths(ENTITY);
        promises.of("of the files that did not come", 1 - (double) came[0] / ways.size(), LEFT_BEHIND);
        promises.of("times the plain loop, for a byte", content / came[1] / (plain / bytes), TIMES_THE_LOOP);
        promises.of("calls", migration.requests(), ways.size() + new Source(tenant, headers).calls());
    }

    private long[] came() throws Exception {
        try (Connection connection = postgres.connect("ascent");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), coalesce(sum(size), 0) from attachment")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    private static void print(String what, long files, long bytes, double seconds, int calls) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d files of %.1f MB in %.1f s, %.1f MB and %.0f files a second, %d calls%n",
                what,
                files,
                bytes / MEGABYTE,
                seconds,
                bytes / MEGABYTE / seconds,
                files / seconds,
                calls);
    }

    private static void delete(File directory) {
        File[] inside = directory.listFiles();
        Arrays.stream(inside == null ? new File[0] : inside).forEach(File::delete);
        directory.delete();
    }
}
