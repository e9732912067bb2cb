package app.ascent.importing.project;

import app.ascent.identity.UserId;
import app.ascent.importing.Payload;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Tables.Resource;
import app.ascent.importing.project.ProjectLookUps.Heading;
import app.ascent.importing.work.Participant;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.Mapped.Skipped;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.ProjectFields;
import app.ascent.projects.TaskFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps projects, phases and tasks as the tests of the mappers do: with few other records in sight. */
final class ProjectMapping {

    static final UUID CLIENT = UUID.fromString("0190f3d2-0000-7000-8000-000000000174");
    static final UUID CONTRACT = UUID.fromString("0190f3d2-0000-7000-8000-000029688123");
    static final UUID PROJECT = UUID.fromString("0190f3d2-0000-7000-8000-000000000512");
    static final UUID PHASE = UUID.fromString("0190f3d2-0000-7000-8000-000000000021");
    static final UserId MEMBER = new UserId(UUID.fromString("0190f3d2-0000-7000-8000-000000000001"));

    /** From this id on everybody is known by name. */
    static final long CROWD = 40_000_000;

    private static final Map<SourceRef, Resolution> RESOLVED = Map.of(
            ref("companies", 174), new Resolution.Loaded(new TargetId(CLIENT)),
            ref("companies", 0), new Resolution.Loaded(new TargetId(CLIENT)),
            ref("companies", 300), new Resolution.NotLoaded(Reason.SOURCE_ERROR, "Broken Ltd"),
            ref("contracts", 29688123), new Resolution.Loaded(new TargetId(CONTRACT)),
            ref("projects", 512), new Resolution.Loaded(new TargetId(PROJECT)),
            ref("projects", 600), new Resolution.NotLoaded(ProjectMapper.NOT_A_PROJECT, "Onboarding template"),
            ref("projects", 700), new Resolution.LeftOut(),
            ref("phases", 21), new Resolution.Loaded(new TargetId(PHASE)),
            ref("phases", 31), new Resolution.Loaded(new TargetId(UUID.randomUUID())));

    private static final Map<Lookup.Key, List<?>> ROWS = Map.of(
            Tables.RESOURCES.key(29000001), List.of(resource("Zoë", "Lindqvist").with(MEMBER)),
            Tables.RESOURCES.key(29000002), List.of(resource("Bo", "Holm")),
            ProjectLookUps.PHASES.key(21), List.of(new Heading("512")),
            ProjectLookUps.PHASES.key(31), List.of(new Heading("513.0")));

    private static final Dictionary DICTIONARY = new Dictionary(Map.of(
            "projects.projectType",
            table(
                    entry("3", "Proposal", true, true, "PROPOSAL"),
                    entry("4", "Intern", true, true, "INTERNAL"),
                    entry("5", "Client", true, true, "CLIENT"),
                    entry("6", "Template", true, true, "NOT_A_PROJECT"),
                    entry("7", "Baseline", true, true, "NOT_A_PROJECT"),
                    entry("8", "Old proposal", false, false, "PROPOSAL"),
                    entry("29", "Rollout", true, false, null)),
            "projects.status",
            table(
                    entry("1", "New", true, true, "PLANNING"),
                    entry("3", "In Progress", true, false, "ACTIVE"),
                    entry("5", "Complete", true, true, "COMPLETED"),
                    entry("29", "Escalated", true, false, null)),
            "projects.department",
            table(entry("7", "Professional services", true, false, null)),
            "tasks.status",
            table(
                    entry("1", "New", true, true, "NEW"),
                    entry("5", "Complete", true, true, "COMPLETED"),
                    entry("8", "In Progress", true, false, "IN_PROGRESS"),
                    entry("29", "Escalated", true, false, null)),
            "tasks.priorityLabel",
            table(entry("2", "Medium", true, false, "MEDIUM"), entry("4", "Critical", true, false, "CRITICAL")),
            "tasks.departmentID",
            table(entry("7", "Professional services", true, false, null))));

    private ProjectMapping() {}

    static Ready<ProjectFields> map(Payload payload) {
        return (Ready<ProjectFields>) mapped(payload);
    }

    static Mapped<ProjectFields> mapped(Payload payload) {
        AutotaskProject project = payload.as(AutotaskProject.class);
        return ProjectMapper.map(
                new SourceId(512),
                project,
                references(
                        Tables.keys(Tables.RESOURCES, project.projectLeadResourceID())
                                .toList(),
                        Set.of()));
    }

    static Ready<PhaseFields> phase(Payload payload) {
        return (Ready<PhaseFields>) mappedPhase(payload, Set.of());
    }

    static Mapped<PhaseFields> mappedPhase(Payload payload, Set<EntityType> unreadable) {
        AutotaskPhase phase = payload.as(AutotaskPhase.class);
        return PhaseMapper.map(
                new SourceId(22),
                phase,
                references(
                        Tables.keys(ProjectLookUps.PHASES, phase.parentPhaseID())
                                .toList(),
                        unreadable));
    }

    static Ready<TaskFields> task(Payload payload, Participant... participants) {
        return (Ready<TaskFields>) mappedTask(payload, Set.of(), participants);
    }

    /** @param participants who else works on the task */
    static Mapped<TaskFields> mappedTask(Payload payload, Set<EntityType> unreadable, Participant... participants) {
        AutotaskTask task = payload.as(AutotaskTask.class);
        List<Lookup.Key> lookUps = new ArrayList<>(TaskMapper.lookUps(task));
        for (Participant participant : participants) {
            Tables.keys(Tables.RESOURCES, participant.resourceID()).forEach(lookUps::add);
        }
        return TaskMapper.map(
                new SourceId(90211),
                task,
                references(lookUps, unreadable, Map.of(ProjectLookUps.MORE_PEOPLE.key(90211), List.of(participants))));
    }

    static References references(List<Lookup.Key> lookUps, Set<EntityType> unreadable) {
        return references(lookUps, unreadable, Map.of());
    }

    static References references(List<Lookup.Key> lookUps, Set<EntityType> unreadable, Map<Lookup.Key, List<?>> more) {
        Map<Lookup.Key, List<?>> answers = new HashMap<>(more);
        lookUps.forEach(key -> answers.putIfAbsent(key, row(key)));
        return new References(DICTIONARY, RESOLVED, answers, unreadable);
    }

    private static List<?> row(Lookup.Key key) {
        return key.value() >= CROWD && key.type().equals(Tables.RESOURCES.type())
                ? List.of(resource("Number", Long.toString(key.value())))
                : ROWS.getOrDefault(key, List.of());
    }

    static List<String> remarks(Ready<?> mapped) {
        return mapped.findings().stream()
                .map(finding -> "%s %s=%s -> %s"
                        .formatted(finding.reason(), finding.field(), finding.value(), finding.usedInstead()))
                .toList();
    }

    /** Why a record is skipped, and the sentence that says so. */
    static String skipped(Mapped<?> mapped) {
        var reason = ((Skipped<?>) mapped).reason();
        return "%s %s=%s: %s".formatted(reason.reason(), reason.field(), reason.value(), reason.detail());
    }

    static SourceRef ref(String type, long id) {
        return new SourceRef(new EntityType(type), new SourceId(id));
    }

    private static Resource resource(String firstName, String lastName) {
        return new Resource(null, firstName, lastName, null, null, null);
    }

    private static Entry entry(String value, String label, boolean active, boolean system, @Nullable String target) {
        return new Entry(value, label, active, system, target);
    }

    private static Map<String, Entry> table(Entry... entries) {
        return Arrays.stream(entries).collect(Collectors.toMap(Entry::value, Function.identity()));
    }
}
