import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A tenant and what people do in it while it is read. There are few, so that the undisturbed import of each need be made
 * only once. A change comes when a page behind a record is first asked for; what it does to records that were read before
 * shows in the next import, however often the page is asked for again. Those of the page just before it are left alone: it
 * may not be stored yet, and is then read again by whoever goes on, after the change or before it. What is removed was read: of the
 * rest nobody knows whether it was counted before or after, and where fewer come than were counted, it is said and asked again.
 *
 * @param number decides sizes and changes
 */
record History(int number) {

    static final int COUNT = 5;

    /** Records a page has, and by how many its end may move when some of it are removed. */
    private static final int PAGE = 499;

    private static final int MOVES = 60;

    private static final int[] COMPANIES = {60, 140, 220, 420, 90};
    private static final int[] CONTACTS = {700, 1100, 1700, 2600, 400};

    /** Each has four notes, on average, and hours that were worked; one of the hundred has four hundred notes more. */
    private static final int[] TICKETS = {30, 50, 80, 100, 20};

    /** Files of all that, each of which is a call; those of the fourth are odd in every way there is. */
    private static final int[] FILES = {30, 40, 60, 170, 20};

    /** The tenant's own, so that rounds on both sides of a midnight meet the same tickets. */
    private static final String TODAY = "2026-06-17";

    int companies() {
        return COMPANIES[number];
    }

    int contacts() {
        return CONTACTS[number];
    }

    int records() {
        return companies() + contacts();
    }

    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("ascent.sandbox.enabled", "true");
        settings.put("ascent.sandbox.seed", Integer.toString(2000 + number));
        settings.put("ascent.sandbox.companies", Integer.toString(companies()));
        settings.put("ascent.sandbox.contacts", Integer.toString(contacts()));
        settings.put("ascent.sandbox.tickets", Integer.toString(TICKETS[number]));
        settings.put("ascent.sandbox.files", Integer.toString(FILES[number]));
        settings.put("ascent.sandbox.today", TODAY);
        settings.put("ascent.sandbox.threshold", "100000");
        settings.put("ascent.sandbox.delay-scale", "0");
        return settings;
    }

    /** What happens during the first import, in the words of the practice tenant. */
    Map<String, String> changes(TenantProcess tenant) throws IOException {
        var random = new SplittableRandom(7_000 + number);
        var plan = new LinkedHashMap<String, String>();
        int changes = 0;
        for (int i = 0; i < 6; i++) {
            String entity = i < 2 ? "Companies" : "Contacts";
            long[] ids = tenant.ids(entity);
            // From the beginning, or behind the first full page or a later one.
            int at = Math.min(ids.length - 1, PAGE * (i / 2));
            boolean appends = i % 3 == 0;
            boolean removes = i % 3 == 2;
            long[] others = IntStream.range(1, ids.length)
                    .filter(index -> index < at - PAGE - MOVES || !removes && index > at + MOVES)
                    .mapToLong(index -> ids[index])
                    .toArray();
            if (!appends && others.length == 0) {
                continue;
            }
            String change = "changes[" + changes++ + "].";
            plan.put(change + "entity", entity);
            plan.put(change + "at", Long.toString(appends ? -1 : ids[at]));
            if (appends) {
                plan.put(change + "count", Integer.toString(1 + random.nextInt(9)));
            } else {
                plan.put(change + "ids", some(others, 5 + random.nextInt(20), random));
            }
            plan.put(change + "kind", new String[] {"APPEND", "EDIT", "REMOVE"}[i % 3]);
        }
        return plan;
    }

    private static String some(long[] ids, int count, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToObj(i -> Long.toString(ids[random.nextInt(ids.length)]))
                .collect(Collectors.joining(","));
    }
}
