package app.ascent.importing;

import java.util.List;
import java.util.stream.Stream;

/** What Autotask sends of projects, and of what belongs to them. */
final class ProjectPayloads {

    private ProjectPayloads() {}

    static Payload project(long id) {
        return Payload.project().with("id", id).with("projectName", "Project " + id);
    }

    static Payload phase(long id, long project) {
        return Payload.record(id).with("projectID", project).with("title", "Phase " + id);
    }

    static Payload task(long id) {
        return Payload.task().with("id", id).with("title", "Task " + id).with("taskNumber", "T20260815." + id);
    }

    static Payload after(long id, long successor, long predecessor) {
        return Payload.record(id)
                .with("successorTaskID", successor)
                .with("predecessorTaskID", predecessor)
                .with("lagDays", 2);
    }

    static Payload participant(long id, long task, long resource) {
        return Payload.record(id)
                .with("taskID", task)
                .with("resourceID", resource)
                .with("roleID", 3);
    }

    static Payload said(long id, String field, long of) {
        return Payload.record(id)
                .with(field, of)
                .with("description", "Said of " + of)
                .with("publish", 1)
                .with("noteType", 3)
                .with("createDateTime", "2026-09-28T08:50:02.3Z")
                .with("creatorResourceID", 29000001);
    }

    static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }
}
