package app.ascent.projects;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import reads and writes projects: whole batches in a few statements, in the caller's transaction, silently. A project
 * fits a source record that it came from, and no other ({@link #adopted}).
 */
@Service
public class ProjectImports extends RecordImports<ProjectFields> {

    private final ProjectNumbers numbers;
    private final OrganizationDays days;

    ProjectImports(
            JdbcClient jdbc,
            JdbcOperations bulk,
            Clock clock,
            SearchTexts searchTexts,
            ProjectNumbers numbers,
            OrganizationDays days) {
        super(jdbc, bulk, clock, searchTexts, ProjectTables.PROJECTS, "");
        this.numbers = numbers;
        this.days = days;
    }

    /** No source knows Ascent's numbers: a new project gets one of the month it begins in, any other keeps its own. */
    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedRecord<ProjectFields>> batch, boolean complete) {
        Map<Boolean, List<ImportedRecord<ProjectFields>>> parts = batch.stream()
                .filter(project -> project.fields().number() == null)
                .collect(Collectors.partitioningBy(ImportedRecord::fresh));
        Map<UUID, String> given = given(organization, parts.getOrDefault(true, List.of()));
        given.putAll(kept(organization, parts.getOrDefault(false, List.of())));
        super.save(
                organization,
                batch.stream().map(project -> numbered(project, given)).toList(),
                complete);
    }

    private Map<UUID, String> given(OrganizationId organization, List<ImportedRecord<ProjectFields>> fresh) {
        Map<UUID, String> given = new HashMap<>();
        if (!fresh.isEmpty()) {
            YearMonth today = YearMonth.from(days.today(organization));
            List<String> next = numbers.next(
                    organization,
                    fresh.stream()
                            .map(project -> month(project.fields(), today))
                            .toList());
            for (int i = 0; i < next.size(); i++) {
                given.put(fresh.get(i).id(), next.get(i));
            }
        }
        return given;
    }

    private static YearMonth month(ProjectFields project, YearMonth otherwise) {
        return project.startDate() == null ? otherwise : YearMonth.from(project.startDate());
    }

    private Map<UUID, String> kept(OrganizationId organization, List<ImportedRecord<ProjectFields>> known) {
        Map<UUID, String> kept = new HashMap<>();
        if (!known.isEmpty()) {
            read(organization, known.stream().map(ImportedRecord::id).toList())
                    .forEach((id, project) -> kept.put(id, String.valueOf(project.number())));
        }
        return kept;
    }

    /** One that was deleted meanwhile has no number, and is not written either. */
    private static ImportedRecord<ProjectFields> numbered(
            ImportedRecord<ProjectFields> project, Map<UUID, String> given) {
        String number = given.get(project.id());
        return number == null
                ? project
                : new ImportedRecord<>(
                        project.id(),
                        project.fresh(),
                        project.provenance(),
                        ProjectFields.FIELDS.with(project.fields(), "number", number),
                        project.details());
    }
}
