package app.ascent.importing.ticket;

import app.ascent.desk.ChecklistLine;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.SourceTime;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.importing.ticket.TicketLookUps.ChecklistItem;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Looked;
import app.ascent.migration.spi.Reason;
import app.ascent.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is to be ticked off on a ticket, in Autotask's order. */
final class Checklist {

    /** The column holds no more. */
    private static final int MOST = 1000;

    private static final String FIELD = TicketFieldNames.CHECKLIST;
    private static final String NO_TEXT = "(no text)";

    private Checklist() {}

    /** Where it, or the name of somebody who ticked something off, cannot be looked up, what stands in Ascent stays. */
    static List<ChecklistLine> of(AutotaskTicket source, FieldReading reading) {
        if (!(reading.look(TicketLookUps.CHECKLIST, source.id())
                instanceof Looked.Rows<ChecklistItem>(List<ChecklistItem> rows))) {
            reading.unresolved(FIELD);
            return List.of();
        }
        List<ChecklistLine> lines = new ArrayList<>();
        TicketLists.keepWhole(FIELD, ChecklistLine.TEXT, rows.stream().map(ChecklistItem::itemName), reading);
        rows.stream()
                .sorted(Comparator.comparingLong(Checklist::position))
                .forEach(item -> lines.add(line(item, reading)));
        return TicketLists.within(FIELD, MOST, lines, reading);
    }

    private static long position(ChecklistItem item) {
        OptionalLong position = Value.id(item.position());
        return position.isPresent() ? position.getAsLong() : Long.MAX_VALUE;
    }

    private static ChecklistLine line(ChecklistItem item, FieldReading reading) {
        boolean done = Value.isSet(item.isCompleted());
        return new ChecklistLine(
                text(item, reading),
                done,
                Value.isSet(item.isImportant()),
                done ? doneBy(item, reading) : null,
                done ? doneAt(item, reading) : null);
    }

    private static String text(ChecklistItem item, FieldReading reading) {
        String text = Text.name(item.itemName());
        if (text == null) {
            reading.remark(new Finding(Reason.MISSING_VALUE, FIELD, null, null, NO_TEXT, null)
                    .saying("A line of its checklist is empty in Autotask."));
            return NO_TEXT;
        }
        if (text.length() > ChecklistLine.TEXT) {
            reading.remark(Finding.of(Reason.TRUNCATED, FIELD, FieldReading.shown(text))
                    .saying("The line has %,d characters, and a line holds %,d. The full text is kept under Source."
                            .formatted(text.length(), ChecklistLine.TEXT)));
        }
        return text;
    }

    private static @Nullable String doneBy(ChecklistItem item, FieldReading reading) {
        String value = Value.listed(item.completedByResourceID());
        if (value == null) {
            return null;
        }
        Looked<Resource> looked = reading.look(Tables.RESOURCES, value);
        if (looked instanceof Looked.Unreadable<Resource>) {
            reading.unresolved(FIELD);
        }
        return looked.first().map(Resource::label).orElse("Resource " + Text.cut(value, 50));
    }

    private static @Nullable Instant doneAt(ChecklistItem item, FieldReading reading) {
        String raw = Text.clean(item.completedDateTime());
        if (raw == null) {
            return null;
        }
        Optional<Instant> at = SourceTime.read(raw).filter(SourceTime::isPlausible);
        if (at.isEmpty()) {
            reading.remark(Finding.of(Reason.INVALID_DATE, FIELD, FieldReading.shown(raw))
                    .saying("It is no date that can be, so the line stands without a time."));
        }
        return at.orElse(null);
    }
}
