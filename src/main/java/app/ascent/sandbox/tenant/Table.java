package app.ascent.sandbox.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The records of an entity, with what people have edited, removed and added since the start. */
public final class Table {

    private final Records records;
    private final Map<Long, Integer> revisions = new ConcurrentHashMap<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private final AtomicLong appended = new AtomicLong();

    Table(Records records) {
        this.records = records;
    }

    /** How many places there are; a removed record keeps its place. */
    public long size() {
        return records.size() + appended.get();
    }

    public long idAt(long index) {
        return records.idAt(index);
    }

    public boolean isRemoved(long id) {
        return !removed.isEmpty() && removed.contains(id);
    }

    public boolean isComplete() {
        return removed.isEmpty();
    }

    public Row at(long index) {
        Row row = records.at(index);
        if (!revisions.isEmpty()) {
            Integer revision = revisions.get(row.id());
            if (revision != null) {
                records.edit(row, revision);
            }
        }
        return row;
    }

    /** The place of the first record whose id is above {@code id}. */
    public long indexAbove(long id) {
        long low = 0;
        long high = size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (idAt(middle) > id) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * Where records may lie whose {@code field} holds one of {@code values}, ascending. All of the table where that is not
     * known, and always what people have added.
     */
    public List<Span> where(String field, List<Long> values) {
        List<Span> spans = new ArrayList<>();
        for (long value : values) {
            List<Span> found = field.equals("id") ? List.of(spanOf(value)) : records.where(field, value);
            if (found == null) {
                return List.of(new Span(0, size()));
            }
            spans.addAll(found);
        }
        spans.add(new Span(records.size(), size()));
        spans.sort(Comparator.comparingLong(Span::from));
        return apart(spans);
    }

    /** No place twice, and none behind the last. */
    private List<Span> apart(List<Span> spans) {
        List<Span> apart = new ArrayList<>();
        long next = 0;
        for (Span span : spans) {
            long end = Math.min(span.end(), size());
            if (end > next) {
                apart.add(new Span(Math.max(next, span.from()), end));
                next = end;
            }
        }
        return apart;
    }

    private Span spanOf(long id) {
        long index = indexAbove(id - 1);
        return new Span(index, Math.min(size(), index + 1));
    }

    /** Someone edits a record. */
    public void edit(long id) {
        revisions.merge(id, 1, Integer::sum);
    }

    /** Someone removes a record. */
    public void remove(long id) {
        removed.add(id);
    }

    /** Someone adds records; their ids are above all others. */
    public void append(int count) {
        appended.addAndGet(count);
    }

    /** Everything is as it was at the start. */
    public void reset() {
        revisions.clear();
        removed.clear();
        appended.set(0);
    }
}
