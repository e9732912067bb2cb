package app.ascent.projects;

/** How far a task is. */
public enum TaskStatus {
    NEW,
    IN_PROGRESS,
    WAITING,
    COMPLETED
}
