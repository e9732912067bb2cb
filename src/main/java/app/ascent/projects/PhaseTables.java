package app.ascent.projects;

import app.ascent.record.Naming;
import app.ascent.record.field.Column;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import app.ascent.record.table.SearchTexts;
import app.ascent.record.table.TableNaming;
import app.ascent.text.Folded;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where phases lie, and what they are sorted and found by. */
@Configuration(proxyBeanMethods = false)
class PhaseTables {

    static final RecordTable<PhaseFields> PHASES = RecordTable.of(
                    "project_phase",
                    PhaseFields.FIELDS,
                    phase -> SearchText.of(List.of(phase.title()), List.of()),
                    List.of(
                            Column.date("starts_on", PhaseFields::startsOn),
                            Column.text("sort_key", phase -> Folded.order(phase.title()))))
            .orderedBy("start", "starts_on");

    @Bean
    RecordTable<PhaseFields> phaseTable() {
        return PHASES;
    }

    @Bean
    Naming<PhaseId> phaseNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, PHASES, PhaseId.class, PhaseFields::title);
    }

    @Bean
    RecordRows<PhaseFields> phaseRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, PHASES, searchTexts, clock);
    }
}
