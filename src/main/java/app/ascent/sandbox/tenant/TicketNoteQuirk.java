package app.ascent.sandbox.tenant;

import java.util.function.Consumer;

/** What is odd about notes of tickets alone; what is odd about any note is a {@link NoteQuirk}. Each comes once. */
enum TicketNoteQuirk {
    TEXT_OF_40000_CHARACTERS(row -> row.put(
            "description",
            "2026-03-04 10:15 disk 0 read error\r\n".repeat(1_200).substring(0, 40_000))),
    TEXT_WITH_EMOJI(row -> row.put("description", "Danke! \uD83D\uDE4F Läuft wieder \uD83D\uDC4D")),
    PUBLISHED_TO_THE_INSIDE(row -> row.put("publish", 4).put("title", "Not for the customer")),
    NONE(_ -> {});

    private final Consumer<Row> spoils;

    TicketNoteQuirk(Consumer<Row> spoils) {
        this.spoils = spoils;
    }

    void spoil(Row row) {
        spoils.accept(row);
    }
}
