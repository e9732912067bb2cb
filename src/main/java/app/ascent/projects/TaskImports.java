package app.ascent.projects;

import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import reads and writes tasks: whole batches in a few statements, in the caller's transaction, silently. A task fits a
 * source record that it came from, and no other ({@link #adopted}).
 */
@Service
public class TaskImports extends RecordImports<TaskFields> {

    private final PhaseImports phases;
    private final TaskNumbers counted;

    TaskImports(
            JdbcClient jdbc,
            JdbcOperations bulk,
            Clock clock,
            SearchTexts searchTexts,
            PhaseImports phases,
            TaskNumbers counted) {
        super(jdbc, bulk, clock, searchTexts, TaskTables.TASKS, "");
        this.phases = phases;
        this.counted = counted;
    }

    /**
     * No source knows Ascent's numbers: a task that is new in its project gets the next one there, any other keeps its own. A
     * phase that people chose for it stays behind in the project that it leaves. One that was deleted meanwhile is left out.
     */
    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedRecord<TaskFields>> batch, boolean complete) {
        Map<UUID, TaskFields> present = present(organization, batch);
        List<ImportedRecord<TaskFields>> there = batch.stream()
                .filter(task -> task.fresh() || present.containsKey(task.id()))
                .toList();
        Map<UUID, Long> numbers = new HashMap<>();
        there.forEach(task -> numbers.put(task.id(), kept(task, present.get(task.id()))));
        List<ImportedRecord<TaskFields>> arriving =
                there.stream().filter(task -> numbers.get(task.id()) == null).toList();
        List<Long> next = next(organization, arriving);
        for (int i = 0; i < next.size(); i++) {
            numbers.put(arriving.get(i).id(), next.get(i));
        }
        Map<UUID, PhaseFields> kept = kept(organization, there, present);
        super.save(
                organization,
                there.stream()
                        .map(task -> numbered(task, numbers.get(task.id()), kept))
                        .toList(),
                complete);
    }

    /** Phases in which tasks stay that go to another project, where the phases may have gone before. */
    private Map<UUID, PhaseFields> kept(
            OrganizationId organization, List<ImportedRecord<TaskFields>> there, Map<UUID, TaskFields> present) {
        Set<UUID> kept = new HashSet<>();
        for (ImportedRecord<TaskFields> task : there) {
            TaskFields before = present.get(task.id());
            PhaseId phase = task.fields().phaseId();
            if (before != null
                    && phase != null
                    && phase.equals(before.phaseId())
                    && !before.projectId().equals(task.fields().projectId())) {
                kept.add(phase.value());
            }
        }
        return kept.isEmpty() ? Map.of() : phases.read(organization, kept);
    }

    private Map<UUID, TaskFields> present(OrganizationId organization, List<ImportedRecord<TaskFields>> batch) {
        List<UUID> known = batch.stream()
                .filter(task -> !task.fresh())
                .map(ImportedRecord::id)
                .toList();
        return known.isEmpty() ? Map.of() : read(organization, known);
    }

    private static @Nullable Long kept(ImportedRecord<TaskFields> task, @Nullable TaskFields present) {
        if (present == null) {
            return null;
        }
        return present.projectId().equals(task.fields().projectId()) ? present.number() : null;
    }

    private List<Long> next(OrganizationId organization, List<ImportedRecord<TaskFields>> arriving) {
        List<ProjectId> projects =
                arriving.stream().map(task -> task.fields().projectId()).toList();
        return projects.isEmpty() ? List.of() : counted.next(organization, projects);
    }

    private static ImportedRecord<TaskFields> numbered(
            ImportedRecord<TaskFields> task, @Nullable Long number, Map<UUID, PhaseFields> kept) {
        TaskFields fields = TaskFields.FIELDS.with(task.fields(), "number", number);
        PhaseFields phase =
                fields.phaseId() == null ? null : kept.get(fields.phaseId().value());
        boolean elsewhere = phase != null && !phase.projectId().equals(fields.projectId());
        return new ImportedRecord<>(
                task.id(),
                task.fresh(),
                task.provenance(),
                elsewhere ? TaskFields.FIELDS.with(fields, "phaseId", null) : fields,
                task.details());
    }
}
