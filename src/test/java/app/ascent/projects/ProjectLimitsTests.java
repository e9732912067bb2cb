package app.ascent.projects;

import app.ascent.PostgresTest;
import app.ascent.record.DeclaredLimits;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class ProjectLimitsTests {

    private final JdbcClient jdbc;

    @Autowired
    ProjectLimitsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void areThoseOfTheColumns() {
        DeclaredLimits.areThoseOfTheColumns(jdbc, ProjectTables.PROJECTS.records(), ProjectTables.PROJECTS.fields());
        DeclaredLimits.areThoseOfTheColumns(jdbc, PhaseTables.PHASES.records(), PhaseTables.PHASES.fields());
        DeclaredLimits.areThoseOfTheColumns(jdbc, TaskTables.TASKS.records(), TaskTables.TASKS.fields());
    }
}
