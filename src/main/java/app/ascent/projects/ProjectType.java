package app.ascent.projects;

/** For whom a project is done. */
public enum ProjectType {
    CLIENT,
    INTERNAL,
    PROPOSAL
}
