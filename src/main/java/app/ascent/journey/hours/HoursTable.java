package app.ascent.journey.hours;

import app.ascent.journey.Spreadsheet;
import app.ascent.journey.hours.ComparedHours.Comparison;
import app.ascent.journey.hours.ComparedHours.Line;
import app.ascent.migration.SentRecords.Became;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The hours of both sides as a table to keep, in minutes, a client's month a line. */
final class HoursTable {

    private HoursTable() {}

    static String of(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(List.of(
                    "client",
                    "month",
                    "autotaskMinutes",
                    "ascentMinutes",
                    "differenceMinutes",
                    "leftOutMinutes",
                    "skippedMinutes",
                    "failedMinutes",
                    "notLoadedMinutes",
                    "otherMinutes",
                    "editedEntries"));
            comparison.lines().forEach(line -> csv.writeRecord(cells(line)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> cells(Line line) {
        return List.of(
                Spreadsheet.cell(line.client()),
                Objects.toString(line.month(), ""),
                Long.toString(line.source()),
                Long.toString(line.target()),
                Long.toString(line.missing()),
                Long.toString(line.out().getOrDefault(Became.LEFT_OUT, 0L)),
                Long.toString(line.out().getOrDefault(Became.SKIPPED, 0L)),
                Long.toString(line.out().getOrDefault(Became.FAILED, 0L)),
                Long.toString(line.out().getOrDefault(Became.STAGED, 0L)),
                Long.toString(line.unexplained()),
                Long.toString(line.edited()));
    }
}
