package app.ascent.journey.hours;

import app.ascent.importing.AutotaskMigration;
import app.ascent.importing.MigrationService;
import app.ascent.importing.ReportName;
import app.ascent.journey.Heads;
import app.ascent.journey.hours.ComparedHours.Comparison;
import app.ascent.journey.hours.ComparedHours.Line;
import app.ascent.migration.SentRecords.Became;
import app.ascent.migration.spi.MigrationId;
import app.ascent.text.Hours;
import app.ascent.web.Texts;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The hours of both sides beside each other: all of them, and month by month for each client. */
@Controller
@RequestMapping(Heads.ROOT + "/{id}/hours")
@PreAuthorize("hasAuthority('migrations.manage')")
class HoursPages {

    /** Rows on the page; the table to download has them all. */
    private static final int SHOWN = 200;

    private static final List<Became> OUT = List.of(Became.LEFT_OUT, Became.SKIPPED, Became.FAILED, Became.STAGED);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** A line of the page: hours and minutes, as people write them. */
    record HoursLine(String label, @Nullable String note, String time, boolean strong) {}

    /** @param why what the hours that are missing, or too many, are made of */
    record MonthLine(String client, String month, String source, String target, String difference, List<String> why) {}

    /** @param more lines that differ and are not shown */
    record HoursView(List<HoursLine> lines, List<MonthLine> months, long more) {}

    private final MigrationService migrations;
    private final ComparedHours hours;
    private final Heads heads;
    private final ReportName names;
    private final Texts texts;

    HoursPages(MigrationService migrations, ComparedHours hours, Heads heads, ReportName names, Texts texts) {
        this.migrations = migrations;
        this.hours = hours;
        this.heads = heads;
        this.names = names;
        this.texts = texts;
    }

    /** It comes at once; of hundreds of thousands of entries the sums take some seconds. */
    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("head", heads.of(migrations.get(new MigrationId(id))));
        return "journey/hours";
    }

    @GetMapping("/compared")
    String compared(@PathVariable UUID id, Model model) {
        return add(id, model, "journey/hours :: compared");
    }

    /** For the report, which does not wait for it either. */
    @GetMapping("/sums")
    String sums(@PathVariable UUID id, Model model) {
        return add(id, model, "journey/hours :: sums");
    }

    private String add(UUID id, Model model, String view) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        model.addAttribute("hours", view(hours.of(migration.migration().id())));
        return view;
    }

    @GetMapping(value = "/table.csv", produces = "text/csv")
    ResponseEntity<byte[]> table(@PathVariable UUID id) {
        AutotaskMigration migration = migrations.get(new MigrationId(id));
        byte[] table = HoursTable.of(hours.of(migration.migration().id())).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(names.of(migration, "csv", "hours", null, null))
                                .build()
                                .toString())
                .body(table);
    }

    private HoursView view(Comparison comparison) {
        Line all = comparison.all();
        List<HoursLine> lines = new ArrayList<>();
        lines.add(line(
                "hours.source",
                comparison.unmeasured() == 0 ? null : texts.say("hours.unmeasured", comparison.unmeasured()),
                all.source(),
                true));
        OUT.forEach(became -> {
            long minutes = all.out().getOrDefault(became, 0L);
            if (minutes != 0) {
                lines.add(line("hours.out." + became, null, -minutes, false));
            }
        });
        if (all.unexplained() != 0 || all.edited() > 0) {
            lines.add(line("hours.edited", texts.say("hours.edited.note", all.edited()), all.unexplained(), false));
        }
        lines.add(line("hours.target", null, all.target(), true));
        lines.add(line("hours.difference", null, all.missing(), true));
        List<Line> differing = comparison.differing();
        return new HoursView(
                lines,
                differing.stream().limit(SHOWN).map(this::month).toList(),
                Math.max(0, differing.size() - SHOWN));
    }

    private HoursLine line(String key, @Nullable String note, long minutes, boolean strong) {
        return new HoursLine(texts.say(key), note, Hours.figure(minutes), strong);
    }

    private MonthLine month(Line line) {
        YearMonth month = line.month();
        return new MonthLine(
                Objects.requireNonNullElse(line.client(), texts.say("hours.nobody")),
                month == null ? "" : MONTH.format(month),
                Hours.figure(line.source()),
                Hours.figure(line.target()),
                Hours.figure(line.missing()),
                why(line));
    }

    private List<String> why(Line line) {
        List<String> why = new ArrayList<>();
        OUT.forEach(became -> {
            long minutes = line.out().getOrDefault(became, 0L);
            if (minutes != 0) {
                why.add(texts.say("hours.why." + became, Hours.figure(minutes)));
            }
        });
        if (line.unexplained() != 0) {
            why.add(texts.say("hours.why.edited", Hours.figure(line.unexplained())));
        }
        return why;
    }
}
