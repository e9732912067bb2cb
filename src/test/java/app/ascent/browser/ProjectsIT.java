package app.ascent.browser;

import static app.ascent.browser.Journeys.isOpenInLightAndDark;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.ascent.EnabledIfChromium;
import app.ascent.SharedAscent;
import app.ascent.browser.Journeys.Window;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.identity.Crew;
import app.ascent.identity.Role;
import app.ascent.projects.PhaseFields;
import app.ascent.projects.PhaseId;
import app.ascent.projects.PhaseImports;
import app.ascent.projects.PhaseParents;
import app.ascent.projects.ProjectId;
import app.ascent.projects.ProjectImports;
import app.ascent.projects.ProjectSamples;
import app.ascent.projects.TaskFields;
import app.ascent.projects.TaskImports;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects, their phases and their tasks, in the browser. */
@SharedAscent
@EnabledIfChromium
class ProjectsIT {

    private static final LocalDate START = LocalDate.of(2026, 2, 3);

    private final Journeys journeys;
    private final Crew crew;
    private final UUID client = Samples.id();
    private final UUID project = Samples.id();
    private final UUID core = Samples.id();
    private final UUID rack = Samples.id();

    @Autowired
    ProjectsIT(
            Journeys journeys,
            JdbcClient jdbc,
            ClientImports clients,
            ProjectImports projects,
            PhaseImports phases,
            PhaseParents parents,
            TaskImports tasks) {
        this.journeys = journeys;
        this.crew = Crew.of(jdbc, "Fjordlight IT");
        UUID hardware = Samples.id();
        clients.save(crew.organization(), List.of(Samples.fresh(client, 1, Samples.client("Ærø Shipping A/S"))), true);
        projects.save(
                crew.organization(),
                List.of(Samples.fresh(
                        project, 30_044_127, ProjectSamples.project(new ClientId(client), "Network renewal", START))),
                true);
        phases.save(
                crew.organization(),
                List.of(
                        Samples.fresh(hardware, 1, phase("Hardware", null)),
                        Samples.fresh(core, 2, phase("Core", 720L))),
                true);
        parents.put(crew.organization(), Map.of(core, hardware));
        TaskFields late = ProjectSamples.with(
                ProjectSamples.task(new ProjectId(project), "Rack the core pair"), "endDate", START);
        tasks.save(
                crew.organization(),
                List.of(
                        Samples.fresh(rack, 1, ProjectSamples.with(late, "phaseId", new PhaseId(core))),
                        Samples.fresh(2, ProjectSamples.task(new ProjectId(project), "Tell the harbour master"))),
                true);
    }

    private PhaseFields phase(String title, @Nullable Long minutes) {
        return new PhaseFields(new ProjectId(project), title, START, START.plusMonths(1), minutes);
    }

    @Test
    void areOpenToEverybodyInLightAndDarkAndOnAPhone() {
        for (Window window : List.of(Window.DESK, Window.PHONE)) {
            journeys.go("projects-" + window.width(), window, page -> {
                new SignInScreen(page).signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);
                for (String address : List.of(
                        "/projects",
                        "/projects/new",
                        "/projects/new?client=" + client,
                        "/projects/" + project,
                        "/projects/" + project + "/edit",
                        "/projects/" + project + "/delete",
                        "/projects/" + project + "?tasks=MINE",
                        "/projects/" + project + "/tasks",
                        "/tasks/new?projectId=" + project,
                        "/tasks/" + rack,
                        "/tasks/" + rack + "/edit",
                        "/tasks/" + rack + "/delete",
                        "/projects/" + project + "/phases/new",
                        "/projects/" + project + "/phases/" + core + "/edit",
                        "/clients/" + client,
                        "/search",
                        "/search?q=network",
                        "/search?q=nothing-of-that-name")) {
                    page.navigate(address);
                    isOpenInLightAndDark(page);
                }
                page.navigate("/projects/" + project);
                assertThat(page.getByText("1.1 Core")).isVisible();
                page.navigate("/clients/" + client);
                assertThat(page.locator(".tabs")).containsText("Projects 1");
            });
        }
    }

    @Test
    void areDoneTaskByTask() {
        journeys.go("tasks", Window.DESK, page -> {
            new SignInScreen(page).signIn(crew.as(Role.OWNER).email(), Crew.PASSWORD);
            page.navigate("/projects/" + project);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Add task").setExact(true))
                    .click();
            page.getByLabel("Title").fill("Uplinks to the port");
            page.getByLabel("Phase").selectOption("1.1 Core");
            page.getByLabel("Remaining hours").fill("4");
            page.getByLabel("1 Rack the core pair").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add task"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Uplinks to the port")))
                    .isVisible();
            page.navigate("/projects/" + project);
            assertThat(page.getByText("Task 3 · after task 1")).isVisible();

            page.getByText("1 Hardware").click();
            assertThat(page.getByText("Task 3 · after task 1")).isHidden();
            page.getByText("1 Hardware").click();

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Uplinks to the port"))
                    .click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Edit").setExact(true))
                    .click();
            page.getByLabel("Status").selectOption("Completed");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save changes"))
                    .click();
            assertThat(page.locator(".page-title")).containsText("Completed");
            page.navigate("/projects/" + project);
            assertThat(page.getByText("1 of 3 tasks completed")).isVisible();
            page.getByLabel("Which tasks").selectOption("Open tasks");
            assertThat(page.getByText("Task 3 · after task 1")).hasCount(0);
        });
    }
}
