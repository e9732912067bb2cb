package app.ascent.migration;

import app.ascent.migration.spi.Cursor;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Segment;
import app.ascent.migration.spi.SourceFailure;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourcePage;
import app.ascent.migration.spi.SourceRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A source in memory, which can be told to fail or to tarry at a call. */
final class FakeSource {

    /** What happens at a call, before it is answered. */
    interface Incident {
        void at(int call, EntityType type) throws InterruptedException;
    }

    /** Its cursors are no ids, so that nobody can take them for one. */
    static final String BEHIND = "behind ";

    /** The note of records to which something happened of late, where that is asked for. */
    static final String RECENT = "recent";

    private static final String OR = "|";

    private final Map<EntityType, TreeMap<Long, String>> records = new ConcurrentHashMap<>();
    private final Map<EntityType, List<SourceRow>> strays = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<EntityType, Long> withheld = new ConcurrentHashMap<>();
    private final Map<EntityType, Set<Long>> nobodys = new ConcurrentHashMap<>();
    private final Map<EntityType, List<String>> waves = new ConcurrentHashMap<>();
    private volatile boolean endsEarly;
    private volatile boolean knowsItsEnd;
    private volatile boolean unplugged;
    private volatile int pageSize = 4;
    private volatile Incident incident = (call, type) -> {};
    private volatile Incident question = (call, type) -> {};
    private final AtomicInteger rowCalls = new AtomicInteger();
    private volatile Incident rowIncident = (call, type) -> {};

    void reset() {
        records.clear();
        strays.clear();
        calls.set(0);
        unplugged = false;
        rowCalls.set(0);
        rowIncident = (call, type) -> {};
        withheld.clear();
        nobodys.clear();
        waves.clear();
        endsEarly = false;
        knowsItsEnd = false;
        pageSize = 4;
        incident = (call, type) -> {};
        question = (call, type) -> {};
    }

    FakeSource put(EntityType type, long id, String json) {
        TreeMap<Long, String> all = records.computeIfAbsent(type, any -> new TreeMap<>());
        synchronized (all) {
            all.put(id, json);
        }
        return this;
    }

    void remove(EntityType type, long id) {
        TreeMap<Long, String> all = records.getOrDefault(type, new TreeMap<>());
        synchronized (all) {
            all.remove(id);
        }
    }

    FakeSource parent(long id, String name) {
        return parent(id, name, null);
    }

    FakeSource parent(long id, String name, @Nullable Long above) {
        return put(FakeMigration.PARENTS, id, json(id, name, "n" + id, "1", above, null));
    }

    FakeSource child(long id, String name, @Nullable Long parent) {
        return child(id, name, parent, null);
    }

    FakeSource child(long id, String name, @Nullable Long parent, @Nullable String email) {
        return put(FakeMigration.CHILDREN, id, json(id, name, "c" + id, null, parent, email));
    }

    /** A record that comes once more on the last page. */
    void stray(EntityType type, long id, String json) {
        strays.computeIfAbsent(type, any -> new ArrayList<>()).add(new SourceRow(new SourceId(id), json));
    }

    /** Counts so many records more than it will ever send. */
    void withhold(EntityType type, long records) {
        withheld.put(type, records);
    }

    /** Sends these rows without telling which records they are. */
    void forgetIds(EntityType type, Long... ids) {
        nobodys.put(type, Set.of(ids));
    }

    /** Says of every page that it is the last one. */
    void endEarly() {
        endsEarly = true;
    }

    /** Says of its last page that there is nothing to go on from. */
    void knowItsEnd() {
        knowsItsEnd = true;
    }

    static String json(
            long id,
            @Nullable String name,
            @Nullable String note,
            @Nullable String kind,
            @Nullable Long parent,
            @Nullable String email) {
        return "{\"id\":" + id + ",\"name\":" + text(name) + ",\"note\":" + text(note) + ",\"kind\":" + text(kind)
                + ",\"parent\":" + parent + ",\"email\":" + text(email) + "}";
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    void pageSize(int size) {
        pageSize = size;
    }

    void incident(Incident next) {
        incident = next;
    }

    /** What happens when it is asked how many records of a type there are. */
    void question(Incident next) {
        question = next;
    }

    void asked(EntityType type) throws InterruptedException {
        question.at(0, type);
    }

    Incident incident() {
        return incident;
    }

    void failAt(int call, RuntimeException failure) {
        incident = (number, type) -> {
            if (number == call) {
                throw failure;
            }
        };
    }

    int calls() {
        return calls.get();
    }

    /** Answers nothing any more, whatever it is asked. */
    void unplug() {
        unplugged = true;
    }

    void answering() {
        if (unplugged) {
            throw new SourceFailure.Denied("credentials-rejected", "No longer accepted.", null);
        }
    }

    long count(EntityType type) {
        return count(type, Scope.EVERYTHING);
    }

    /** Of what the scope takes. */
    long count(EntityType type, Scope scope) {
        answering();
        TreeMap<Long, String> taken = all(type);
        filter(taken, waves(type, scope.history()).getLast());
        return taken.size() + withheld.getOrDefault(type, 0L);
    }

    List<SourceRow> reread(EntityType type, List<SourceId> ids) throws InterruptedException {
        answering();
        incident.at(calls.incrementAndGet(), type);
        TreeMap<Long, String> all = records.getOrDefault(type, new TreeMap<>());
        return ids.stream()
                .filter(id -> all.containsKey(id.value()))
                .map(id -> new SourceRow(id, String.valueOf(all.get(id.value()))))
                .toList();
    }

    /** A row of the look-up, which the parent of that id has when it names it. */
    FakeSource colour(long id, String name) {
        return put(FakeLookup.COLOURS.type(), id, "{\"id\":" + id + ",\"name\":" + text(name) + "}");
    }

    FakeSource badge(long id, String name, Object wearer) {
        return put(
                FakeLookup.BADGES.type(),
                id,
                "{\"id\":" + id + ",\"name\":" + text(name) + ",\"Wearer\":" + wearer + "}");
    }

    /** A parent that looks up its colour and its badges. */
    FakeSource adorned(long id, Object colour) {
        return put(
                FakeMigration.PARENTS,
                id,
                "{\"id\":" + id + ",\"name\":\"P" + id + "\",\"kind\":\"1\",\"colour\":" + colour + "}");
    }

    int rowCalls() {
        return rowCalls.get();
    }

    /** What happens at a call for rows of look-ups, which are counted apart. */
    void rowIncident(Incident next) {
        rowIncident = next;
    }

    SourcePage fetchRows(EntityType type, Segment segment, @Nullable Cursor from) throws InterruptedException {
        incident.at(0, type);
        rowIncident.at(rowCalls.incrementAndGet(), type);
        return page(type, segment, from);
    }

    /** Lets it come in two waves: what has that note first, then everything. */
    FakeSource first(EntityType type, String note) {
        waves.put(type, List.of(note, ""));
        return this;
    }

    boolean isFiltered(EntityType type) {
        return waves.containsKey(type);
    }

    /** What has that note is open, and what happened to is recent. */
    List<String> waves(EntityType type, Scope.History history) {
        List<String> all = waves.getOrDefault(type, List.of(""));
        return all.size() == 1
                ? all
                : switch (history) {
                    case ALL -> all;
                    case SINCE -> List.of(all.getFirst(), all.getFirst() + OR + RECENT);
                    case NONE -> List.of(all.getFirst());
                };
    }

    private static void filter(Map<Long, String> records, String filter) {
        if (!filter.isEmpty()) {
            records.values().removeIf(json -> Stream.of(filter.split(Pattern.quote(OR)))
                    .noneMatch(note -> json.contains("\"note\":\"" + note + "\"")));
        }
    }

    private TreeMap<Long, String> all(EntityType type) {
        TreeMap<Long, String> all = records.getOrDefault(type, new TreeMap<>());
        synchronized (all) {
            return new TreeMap<>(all);
        }
    }

    SourcePage fetch(EntityType type, Segment segment, @Nullable Cursor from) throws InterruptedException {
        incident.at(calls.incrementAndGet(), type);
        return page(type, segment, from);
    }

    private SourcePage page(EntityType type, Segment segment, @Nullable Cursor from) {
        answering();
        long after = from == null ? segment.after() : Long.parseLong(from.text().substring(BEHIND.length()));
        var rest = new TreeMap<>(all(type).tailMap(after, false));
        rest.keySet().removeIf(id -> id > segment.upTo());
        filter(rest, segment.filter());
        List<SourceRow> page = new ArrayList<>();
        List<SourceId> unreadable = new ArrayList<>();
        int atEnd = 0;
        for (Map.Entry<Long, String> entry :
                rest.entrySet().stream().limit(pageSize).toList()) {
            if (nobodys.getOrDefault(type, Set.of()).contains(entry.getKey())) {
                atEnd++;
            } else {
                SourceId id = new SourceId(entry.getKey());
                page.add(new SourceRow(id, entry.getValue()));
                unreadable.addAll(Collections.nCopies(atEnd, id));
                atEnd = 0;
            }
        }
        boolean last = rest.size() <= pageSize;
        if (last && segment.open()) {
            page.addAll(strays.getOrDefault(type, List.of()));
        }
        long highest = page.stream().mapToLong(row -> row.id().value()).max().orElse(after);
        Cursor next = last && knowsItsEnd ? null : new Cursor(BEHIND + Math.max(after, highest));
        return new SourcePage(page, last || endsEarly, next, unreadable, atEnd);
    }
}
