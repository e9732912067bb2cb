import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** An import of a whole service desk, and how long its pages and a search over everything take when it is in. */
final class Desk {

    /** What a service provider of twenty technicians has after seven years. */
    record Size(int companies, int contacts, int devices, int tickets) {

        static Size of(double scale) {
            return new Size(
                    (int) (5_000 * scale), (int) (30_000 * scale), (int) (10_000 * scale), (int) (200_000 * scale));
        }

        List<String> settings() {
            return List.of(
                    "--ascent.sandbox.companies=" + companies,
                    "--ascent.sandbox.contacts=" + contacts,
                    "--ascent.sandbox.devices=" + devices,
                    "--ascent.sandbox.tickets=" + tickets,
                    "--ascent.sandbox.files=0");
        }
    }

    /** Holds a figure to what is promised. */
    interface Promise {
        void of(String what, double measured, double limit);
    }

    private static final String NOTES = "ticketNotes:TicketNotes";
    private static final List<String> LARGE = List.of("tickets", NOTES, "timeEntries");
    private static final double PAGE_MILLIS = 100;
    private static final double NOTE_BYTES = 3_000;
    private static final double LAST_TENTH = 1.2;

    private final Application ascent;
    private final Postgres postgres;
    private final Source source;
    private final Promise promises;

    Desk(Application ascent, Postgres postgres, Source source, Promise promises) {
        this.ascent = ascent;
        this.postgres = postgres;
        this.source = source;
        this.promises = promises;
    }

    void measure(Map<String, String> credentials) throws Exception {
        long allowed = source.calls();
        var migration = new Import(ascent, credentials);
        var loading = new Loading(postgres);
        double processor = ascent.processorTime();
        double database = postgres.processorTime();
        double seconds = migration.run();
        System.out.printf(
                "Import: %.1f s (processor: Ascent %.1f s, PostgreSQL %.1f s), %d calls, %d records%n",
                seconds,
                ascent.processorTime() - processor,
                postgres.processorTime() - database,
                migration.requests(),
                migration.total("pulled"));
        loading.close();
        migration.printEntities();
        for (String entity : LARGE) {
            promises.of("times as long, a record of the last tenth of " + entity, loading.printTenths(entity), LAST_TENTH);
        }
        printLog(loading);
        promises.of("calls", migration.requests(), allowed);
        while (postgres.hasUnsettledTexts("ascent")) {
            Thread.sleep(1000);
        }
        lookAtPages();
    }

    /** Of the second tenth of the notes, beside which nothing else is loaded; texts of tickets are indexed meanwhile. */
    private void printLog(Loading loading) throws SQLException {
        Loading.Sample from = loading.behind(NOTES, 1);
        Loading.Sample to = loading.behind(NOTES, 2);
        System.out.printf(
                "Log: %d bytes a note from the first to the last, all that was written meanwhile included; %s characters a note%n",
                Log.bytes(postgres, loading.behind(NOTES, 0), loading.behind(NOTES, 10))
                        / Math.max(1, loading.records(NOTES)),
                one("select round(avg(length(body))) from conversation_entry"));
        System.out.printf("Of notes %d to %d:%n", from.records(), to.records());
        promises.of("bytes of log a note", Log.print(postgres, from, to), NOTE_BYTES);
    }

    private void lookAtPages() throws Exception {
        String talkedAbout = one(
                """
                select owner_id from conversation_entry e where exists (select from desk_ticket t where t.id = e.owner_id)
                group by owner_id order by count(*) desc limit 1""");
        String number = one("select source_number from desk_ticket where source_number is not null order by id limit 1");
        var pages = List.of(
                "/tickets",
                "/tickets?page=99",
                "/tickets?status=any",
                "/tickets?status=any&page=99",
                "/tickets?status=any&sort=due",
                "/tickets?status=any&search=printer",
                "/tickets?status=any&search=" + number,
                "/tickets/" + talkedAbout,
                "/time-tracking",
                "/time-tracking?range=any",
                "/time-tracking?range=any&page=99",
                "/time-tracking?range=any&state=invoiced");
        var searches = List.of(
                search("printer"), search(number), search("anna"), search("north"), search("wi"), search("zzzz"));
        var lists = new Lists(ascent);
        for (String page : pages) {
            double[] times = lists.measure(page);
            promises.of("ms, the 95th percentile of " + page, Lists.quantile(times, 0.95), PAGE_MILLIS);
        }
        for (String page : searches) {
            double[] times = lists.measure(page);
            promises.of("ms, the median of " + page, Lists.quantile(times, 0.5), PAGE_MILLIS);
        }
        var plans = postgres.recordPlans();
        for (String page : pages) {
            lists.look(page);
        }
        for (String page : searches) {
            lists.look(page);
        }
        System.out.println("Plans, with times and buffers, of the statements of these pages: " + plans.end());
    }

    private static String search(String words) {
        return "/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private String one(String query) throws SQLException {
        try (Connection connection = postgres.connect("ascent");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new IllegalStateException("Nothing there: " + query);
            }
            return row.getString(1);
        }
    }
}
