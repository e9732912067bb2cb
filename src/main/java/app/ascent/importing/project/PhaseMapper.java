package app.ascent.importing.project;

import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Originals;
import app.ascent.importing.field.Value;
import app.ascent.importing.project.ProjectLookUps.Heading;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.ProjectId;
import app.ascent.text.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a phase is made of when it comes from an Autotask phase. The rules are told in docs/mapping.md. */
final class PhaseMapper {

    static final EntityType TYPE = new EntityType("phases");
    static final String PARENT = "parentPhaseID";

    private static final Originals<AutotaskPhase> ORIGINALS = new Originals<>(
            AutotaskPhase.class,
            Set.of("id", "projectID", PARENT, "title", "startDate", "dueDate", "estimatedHours"),
            Set.of("createDate", "lastActivityDateTime"));

    private PhaseMapper() {}

    static String name(AutotaskPhase source) {
        String title = Text.name(source.title());
        return title == null
                ? standIn(source, Text.clean(source.id()))
                : Text.cut(title, PhaseFields.FIELDS.named("title").limit());
    }

    private static String standIn(AutotaskPhase source, @Nullable String id) {
        String number = Text.name(source.phaseNumber());
        return "Phase " + (number == null ? id : Text.cut(number, 50));
    }

    static Mapped<PhaseFields> map(SourceId id, AutotaskPhase source, References references) {
        return ProjectMapper.PROJECT.map(source.projectID(), references, project -> {
            FieldReading reading = new FieldReading(TYPE.name(), references);
            PhaseFields phase = reading.fitted(
                    PhaseFields.FIELDS,
                    phase(id, source, new ProjectId(project.value()), new Figures(reading)),
                    ProjectFieldNames::ofPhase);
            ORIGINALS.keep(source, reading);
            Map<String, SourceRef> links = parent(source, reading);
            return new Mapped.Ready<>(phase, reading.details(), reading.findings(), Map.of(), links, reading.unsaid());
        });
    }

    private static PhaseFields phase(SourceId id, AutotaskPhase source, ProjectId project, Figures figures) {
        LocalDate start = figures.date("startDate", source.startDate());
        String title = Text.name(source.title());
        if (title == null) {
            title = standIn(source, id.toString());
            figures.reading().substituted("title", null, title);
        }
        return new PhaseFields(
                project,
                title,
                start,
                figures.end("dueDate", source.dueDate(), start),
                figures.minutes("estimatedHours", source.estimatedHours()));
    }

    private static Map<String, SourceRef> parent(AutotaskPhase source, FieldReading reading) {
        String value = Value.listed(source.parentPhaseID());
        if (value == null) {
            return Map.of();
        }
        OptionalLong parent = Value.id(value);
        if (parent.isEmpty()) {
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, PARENT, FieldReading.shown(value))
                    .saying("The id of its parent phase cannot be read, so no parent phase comes from there."));
            return Map.of();
        }
        return elsewhere(PARENT, value, source.projectID(), reading, "parent phase")
                ? Map.of()
                : Map.of(PARENT, new SourceRef(TYPE, new SourceId(parent.getAsLong())));
    }

    /**
     * Whether a phase that is named is one of another project; then its number stays under Source, with a remark.
     *
     * @param raw its id
     * @param project of the record that names it
     * @param what it is, within a sentence
     */
    static boolean elsewhere(String field, String raw, @Nullable String project, FieldReading reading, String what) {
        Optional<String> other = reading.look(ProjectLookUps.PHASES, raw)
                .first()
                .map(Heading::projectID)
                .map(Value::listed)
                .filter(theirs -> !theirs.equals(Value.listed(project)));
        other.ifPresent(theirs -> {
            reading.keep(field, raw);
            reading.remark(Finding.of(Reason.REFERENCE_MISSING, field, raw)
                    .saying("Its %s belongs to another project (%s), so it stands without one."
                            .formatted(what, theirs)));
        });
        return other.isPresent();
    }
}
