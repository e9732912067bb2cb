package app.ascent.importing.project;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.Owner;
import app.ascent.importing.PartMigration;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.PredecessorFields;
import app.ascent.projects.TaskId;
import app.ascent.projects.TaskPredecessorImports;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which task comes after which: pairs of tasks, as related assets are pairs of assets. */
@Component
class PredecessorMigration extends PartMigration<AutotaskPredecessor, PredecessorFields> {

    static final EntityType TYPE = new EntityType("taskPredecessors");

    static final Owner SUCCESSOR = new Owner(TaskMapper.TYPE, "successorTaskID", "task", "task");
    static final Owner PREDECESSOR = new Owner(TaskMapper.TYPE, "predecessorTaskID", "previous task", "task");

    static final Reason PRECEDES_ITSELF = Reason.skip("PRECEDES_ITSELF", Reason.Retry.READ_ANEW);

    PredecessorMigration(AutotaskSource autotask, TaskPredecessorImports predecessors, ImportBatch batches) {
        super(autotask, TYPE, "TaskPredecessors", SUCCESSOR, predecessors, batches);
    }

    @Override
    public EntityType kind() {
        return ProjectMapper.TYPE;
    }

    @Override
    public Class<AutotaskPredecessor> payload() {
        return AutotaskPredecessor.class;
    }

    @Override
    public Set<String> indispensable() {
        return Set.of(SUCCESSOR.field(), PREDECESSOR.field());
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(PRECEDES_ITSELF);
    }

    @Override
    public String name(AutotaskPredecessor source) {
        return "Task %s after %s"
                .formatted(Text.clean(source.successorTaskID()), Text.clean(source.predecessorTaskID()));
    }

    @Override
    protected @Nullable String owner(AutotaskPredecessor source) {
        return source.successorTaskID();
    }

    @Override
    public List<SourceRef> references(AutotaskPredecessor source) {
        return Stream.concat(
                        super.references(source).stream(), PREDECESSOR.reference(source.predecessorTaskID()).stream())
                .toList();
    }

    @Override
    public Mapped<PredecessorFields> map(SourceId id, AutotaskPredecessor source, References references) {
        return SUCCESSOR.map(
                source.successorTaskID(),
                references,
                task -> PREDECESSOR.map(source.predecessorTaskID(), references, previous -> {
                    if (task.equals(previous)) {
                        return new Mapped.Skipped<>(
                                Finding.of(PRECEDES_ITSELF, PREDECESSOR.field(), source.predecessorTaskID()));
                    }
                    FieldReading reading = new FieldReading(type().name(), references);
                    return new Mapped.Ready<>(
                            new PredecessorFields(
                                    new TaskId(task.value()), new TaskId(previous.value()), lag(source, reading)),
                            reading.details(),
                            reading.findings(),
                            Map.of(),
                            Map.of());
                }));
    }

    private static @Nullable Long lag(AutotaskPredecessor source, FieldReading reading) {
        OptionalLong days = Value.id(source.lagDays());
        String unreadable = Text.clean(source.lagDays());
        if (days.isEmpty() && unreadable != null) {
            reading.remark(Finding.unknownValue(
                            "lagDays", FieldReading.shown(unreadable), Figures.said(unreadable, " days"), null)
                    .saying("The days between the two cannot be read, so they were left out."));
        }
        return days.isPresent() ? days.getAsLong() : null;
    }
}
