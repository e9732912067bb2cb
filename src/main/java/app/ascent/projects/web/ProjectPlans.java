package app.ascent.projects.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.projects.Phases;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskFilter;
import app.ascent.projects.Tasks;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Puts together the plan of a project, in a constant number of statements. */
@Component
class ProjectPlans {

    /** Of which tasks the plan is to be shown. */
    enum Shown {
        ALL,
        OPEN,
        MINE
    }

    /** So many tasks a page shows at once; the list of all of them has pages. */
    private static final PageRequest TASKS = PageRequest.of(0, 500, Sort.by("number"));

    private final Phases phases;
    private final Tasks tasks;
    private final PlanTasks lines;
    private final CurrentUser currentUser;

    ProjectPlans(Phases phases, Tasks tasks, PlanTasks lines, CurrentUser currentUser) {
        this.phases = phases;
        this.tasks = tasks;
        this.lines = lines;
        this.currentUser = currentUser;
    }

    ProjectPlan of(ProjectId project, Shown shown) {
        OrganizationId organization = currentUser.organization();
        Page<PlanTask> some = lines.of(organization, tasks.list(organization, filter(project, shown), TASKS));
        ProjectPlan plan = ProjectPlan.of(
                phases.list(organization, project, PhaseForms.PLAN), tasks.sums(organization, project), some);
        return shown == Shown.ALL ? plan : plan.narrowed();
    }

    TaskFilter filter(ProjectId project, Shown shown) {
        return switch (shown) {
            case ALL -> TaskFilter.of(project);
            case OPEN -> TaskFilter.openIn(project);
            case MINE -> TaskFilter.of(project, currentUser.get().id());
        };
    }
}
