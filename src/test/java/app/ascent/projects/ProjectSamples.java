package app.ascent.projects;

import app.ascent.crm.ClientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Projects with no more said than a test is about. */
public final class ProjectSamples {

    private ProjectSamples() {}

    public static ProjectFields project(ClientId client, String name, @Nullable LocalDate start) {
        return new ProjectFields(
                name,
                null,
                "P20260203.0002",
                client,
                null,
                null,
                "Jonas Østergaard",
                ProjectType.CLIENT,
                ProjectStatus.ACTIVE,
                start,
                null,
                null,
                8_400L,
                2_640L,
                30L,
                null,
                null);
    }
}
