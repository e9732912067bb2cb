package app.ascent.conversation.web;

import app.ascent.conversation.AuthorType;
import app.ascent.conversation.Entry;
import app.ascent.conversation.EntryKind;
import app.ascent.conversation.Excerpt;
import app.ascent.conversation.Excerpt.Run;
import app.ascent.conversation.Place;
import app.ascent.conversation.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Part of a conversation, as a page shows it.
 *
 * @param lines the oldest first
 * @param earlier how many notes stand before them, and where they are shown; null where there is none
 * @param more where further system entries are shown; null where there are none
 */
record ConversationView(List<Line> lines, @Nullable Earlier earlier, @Nullable String more) {

    /** @param span when they were written: the first and the last of them */
    record Earlier(long count, Span span, String address) {}

    /** From one moment to another. */
    record Span(Instant from, Instant to) {}

    /** An entry, or several folded into a line. */
    record Line(@Nullable Said said, @Nullable Folded folded) {}

    /**
     * @param nameOnly whether the author is nobody Ascent knows
     * @param rest where all of it is shown; null where this is all
     * @param kilobytes of all of it
     */
    record Said(Entry entry, List<EntryText.Piece> pieces, boolean nameOnly, @Nullable String rest, long kilobytes) {

        static Said of(Entry entry, String address) {
            return new Said(
                    entry,
                    EntryText.pieces(entry.fields().body(), entry.cut()),
                    entry.fields().authorType() == AuthorType.NAME && entry.source() != null,
                    entry.cut() ? address + "/entries/" + entry.id() : null,
                    Math.ceilDiv(entry.size(), 1000L));
        }

        /** Within the addresses of a page. */
        public String anchor() {
            return "entry-" + entry.id();
        }

        public boolean internal() {
            return entry.fields().visibility() == Visibility.INTERNAL;
        }

        public boolean system() {
            return entry.fields().kind() == EntryKind.SYSTEM;
        }
    }

    /** @param about what they are about, in words; empty where nobody knows */
    record Folded(Run run, String about, String address) {}

    /**
     * @param only what the excerpt was narrowed to
     * @param address of the conversation's own page
     */
    static ConversationView of(Excerpt excerpt, @Nullable Visibility only, @Nullable Place before, String address) {
        Map<Integer, Run> runs = new HashMap<>();
        excerpt.runs().forEach(run -> runs.put(run.place(), run));
        List<Line> lines = new ArrayList<>();
        List<Entry> notes = excerpt.notes();
        for (int at = 0; at <= notes.size(); at++) {
            Run run = runs.get(at);
            if (run != null) {
                Place after = at == 0 ? null : notes.get(at - 1).place();
                Place until = at == notes.size() ? before : notes.get(at).place();
                String theirs = stretch(address, only, after, until);
                lines.add(new Line(null, new Folded(run, String.join(", ", run.about()), theirs)));
            }
            if (at < notes.size()) {
                lines.add(new Line(Said.of(notes.get(at), address), null));
            }
        }
        return new ConversationView(
                lines,
                excerpt.since() == null || excerpt.until() == null
                        ? null
                        : new Earlier(
                                excerpt.earlier(),
                                new Span(excerpt.since(), excerpt.until()),
                                address + "?before=" + notes.getFirst().place() + only(only)),
                null);
    }

    /** @param entries one more than are shown, where there are more */
    static ConversationView folded(
            List<Entry> entries, int shown, @Nullable Visibility only, @Nullable Place before, String address) {
        List<Entry> some = entries.subList(0, Math.min(shown, entries.size()));
        return new ConversationView(
                some.stream()
                        .map(entry -> new Line(Said.of(entry, address), null))
                        .toList(),
                null,
                entries.size() > shown ? stretch(address, only, some.getLast().place(), before) : null);
    }

    private static String stretch(
            String address, @Nullable Visibility only, @Nullable Place after, @Nullable Place before) {
        return address + "/system?" + (after == null ? "" : "after=" + after + "&")
                + (before == null ? "" : "before=" + before) + only(only);
    }

    private static String only(@Nullable Visibility only) {
        return only == null ? "" : "&entries=" + only;
    }
}
