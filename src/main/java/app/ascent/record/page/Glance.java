package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one kind of record tells on the first page. Contributed by the kind, so that the page knows none. */
public interface Glance {

    /** Where it stands among the others, the lowest first. */
    int place();

    /** Who sees it. */
    String authority();

    /** Null where whoever looks is told something else. */
    @Nullable
    Shown of(OrganizationId organization);

    /**
     * @param icon by its name
     * @param label key of its message
     * @param address of the list that the count is of
     * @param figure what is read in place of the count, where that is no number
     */
    record Shown(String icon, String label, String address, long count, @Nullable String figure, List<Note> notes) {

        public Shown(String icon, String label, String address, long count, List<Note> notes) {
            this(icon, label, address, count, null, notes);
        }

        public Shown(String icon, String label, String address, long count, @Nullable Note note) {
            this(icon, label, address, count, note == null ? List.of() : List.of(note));
        }
    }

    /**
     * Some of them that somebody should look at.
     *
     * @param label key of a message that has the count, as a number and as it is written
     * @param figure what is written in place of the count, where that is no number
     */
    record Note(String label, String address, long count, @Nullable String figure) {

        public Note(String label, String address, long count) {
            this(label, address, count, null);
        }
    }
}
