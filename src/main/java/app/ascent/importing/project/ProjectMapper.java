package app.ascent.importing.project;

import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.identity.UserId;
import app.ascent.importing.Link;
import app.ascent.importing.Owner;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Figures;
import app.ascent.importing.field.Originals;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.ProjectStatus;
import app.ascent.projects.ProjectType;
import app.ascent.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a project is made of when it comes from an Autotask project. The rules are told in docs/mapping.md. */
final class ProjectMapper {

    static final EntityType TYPE = new EntityType("projects");

    static final Reason NOT_A_PROJECT = Reason.skip("NOT_A_PROJECT", Reason.Retry.READ_ANEW);

    static final Owner PROJECT = new Owner(
            TYPE,
            "projectID",
            "project",
            "project",
            Map.of(NOT_A_PROJECT, "is a template or a baseline in Autotask, or of a type that is not imported"));

    static final String LEAD = "projectLeadResourceID";
    static final String COMPLETED = "completedDateTime";

    private static final Originals<AutotaskProject> ORIGINALS = new Originals<>(
            AutotaskProject.class,
            Set.of(
                    "id",
                    "projectName",
                    "projectNumber",
                    "companyID",
                    "contractID",
                    LEAD,
                    "projectType",
                    "status",
                    "startDateTime",
                    "endDateTime",
                    COMPLETED,
                    "estimatedTime",
                    "actualHours",
                    "completedPercentage",
                    "description",
                    "statusDetail"),
            Set.of("createDateTime", "lastActivityDateTime", "statusDateTime"));

    private ProjectMapper() {}

    static List<SourceRef> references(AutotaskProject source) {
        return Stream.of(
                        Owner.CLIENT.reference(source.companyID()),
                        contract(source).reference())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Link contract(AutotaskProject source) {
        return new Link("contractID", Link.CONTRACTS, source.contractID(), "contract");
    }

    static String name(AutotaskProject source) {
        String name = Text.name(source.projectName());
        return name == null
                ? standIn(source, Text.clean(source.id()))
                : Text.cut(name, ProjectFields.FIELDS.named("name").limit());
    }

    private static String standIn(AutotaskProject source, @Nullable String id) {
        String number = Text.name(source.projectNumber());
        return "Project " + (number == null ? id : Text.cut(number, 50));
    }

    static Mapped<ProjectFields> map(SourceId id, AutotaskProject source, References references) {
        FieldReading reading = new FieldReading(TYPE.name(), references);
        String type = ProjectMeanings.TYPE.of(source.projectType(), reading, ProjectType.CLIENT.name());
        if (type.equals(ProjectMeanings.NOT_A_PROJECT)) {
            return none(source, reading);
        }
        return Owner.CLIENT.map(source.companyID(), references, client -> {
            ProjectFields project = reading.fitted(
                    ProjectFields.FIELDS,
                    project(id, source, new ClientId(client.value()), ProjectType.valueOf(type), reading, references),
                    ProjectFieldNames::of);
            ORIGINALS.keep(source, reading);
            reading.userDefined(Objects.requireNonNullElse(source.userDefinedFields(), List.of()));
            return new Mapped.Ready<>(
                    project, reading.details(), reading.findings(), Map.of(), Map.of(), reading.unsaid());
        });
    }

    private static Mapped<ProjectFields> none(AutotaskProject source, FieldReading reading) {
        String value = Value.listed(source.projectType());
        String label = reading.entry("projectType", value)
                .map(Dictionary.Entry::label)
                .map(Text::name)
                .orElse(null);
        return new Mapped.Skipped<>(
                new Finding(NOT_A_PROJECT, "projectType", FieldReading.shown(value), label, null, null));
    }

    private static ProjectFields project(
            SourceId id,
            AutotaskProject source,
            ClientId client,
            ProjectType type,
            FieldReading reading,
            References references) {
        var figures = new Figures(reading);
        LocalDate start = figures.date("startDateTime", source.startDateTime());
        Instant completed = figures.time(COMPLETED, source.completedDateTime());
        Optional<Resource> lead = reading.person(LEAD, source.projectLeadResourceID(), "project lead");
        UserId member = lead.map(Resource::member).orElse(null);
        return new ProjectFields(
                name(id, source, reading),
                null,
                Text.name(source.projectNumber()),
                client,
                contract(source).in(references, reading, ContractId::new),
                member,
                member == null ? lead.map(Resource::label).orElse(null) : null,
                type,
                status(source, completed, reading),
                start,
                figures.end("endDateTime", source.endDateTime(), start),
                completed,
                figures.minutes("estimatedTime", source.estimatedTime()),
                figures.minutes("actualHours", source.actualHours()),
                figures.percent("completedPercentage", source.completedPercentage()),
                Text.clean(source.description()),
                Text.clean(source.statusDetail()));
    }

    private static String name(SourceId id, AutotaskProject source, FieldReading reading) {
        String name = Text.name(source.projectName());
        if (name != null) {
            return name;
        }
        String standIn = standIn(source, id.toString());
        reading.substituted("projectName", null, standIn);
        return standIn;
    }

    private static ProjectStatus status(AutotaskProject source, @Nullable Instant completed, FieldReading reading) {
        ProjectStatus otherwise = completed == null ? ProjectStatus.ACTIVE : ProjectStatus.COMPLETED;
        return ProjectStatus.valueOf(ProjectMeanings.STATUS.of(source.status(), reading, otherwise.name()));
    }
}
