package app.ascent.importing;

import app.ascent.migration.RunView;
import app.ascent.web.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a downloaded report is called: which database, which run, which day, so that no download hides another one. */
@Component
public class ReportName {

    private final Formats formats;

    public ReportName(Formats formats) {
        this.formats = formats;
    }

    /** @param filters what the file was narrowed to, for a list of some issues only */
    public String of(AutotaskMigration migration, String extension, @Nullable String... filters) {
        List<String> parts = new ArrayList<>();
        parts.add("autotask-" + migration.migration().source().database());
        RunView run = migration.migration().run();
        if (run != null) {
            parts.add("run-" + run.number());
            parts.add(LocalDate.ofInstant(run.startedAt(), formats.zone()).toString());
        }
        for (String filter : filters) {
            if (filter != null) {
                parts.add(filter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
            }
        }
        return String.join("-", parts) + "." + extension;
    }
}
