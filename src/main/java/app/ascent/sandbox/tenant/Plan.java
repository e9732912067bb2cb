package app.ascent.sandbox.tenant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * The tasks of a project, as Autotask derives from them how much is planned in it and how far it is: nobody enters that.
 *
 * @param tasks without those that only say they were the project's
 */
record Plan(List<Row> tasks) {

    private static final long RATE = 85;

    static Plan of(Row project, List<Row> tasks) {
        return new Plan(tasks.stream()
                .filter(task -> Long.valueOf(project.id()).equals(task.get("projectID")))
                .toList());
    }

    /** Save for phases whose own hours are out of the ordinary. */
    void estimate(List<Row> phases) {
        for (Row phase : phases) {
            if (phase.get("estimatedHours") instanceof BigDecimal hours && hours.signum() >= 0) {
                List<Row> inIt = tasks.stream()
                        .filter(task -> Objects.equals(task.get("phaseID"), phase.id()))
                        .toList();
                phase.put("estimatedHours", estimated(inIt));
            }
        }
    }

    /** A project takes up to a tenth more than the plan says of what is done. */
    void sum(Row project, Dice dice) {
        BigDecimal estimated = estimated(tasks);
        BigDecimal done = tasks.stream().map(Plan::done).reduce(Contracts.money(0), BigDecimal::add);
        BigDecimal more = Contracts.money(dice.below(1 + done.intValue() / 10));
        long completed = tasks.stream().filter(Plan::isCompleted).count();
        project.put("estimatedTime", estimated)
                .put("actualHours", done.add(more))
                .put("completedPercentage", 100 * completed / tasks.size());
        if (!Long.valueOf(0).equals(project.get("companyID"))) {
            project.put("laborEstimatedRevenue", estimated.multiply(BigDecimal.valueOf(RATE)));
        }
    }

    private static boolean isCompleted(Row task) {
        return task.get("completedDateTime") != null
                || Long.valueOf(Projects.COMPLETE).equals(task.get("status"));
    }

    private static BigDecimal estimated(List<Row> tasks) {
        return tasks.stream().map(Plan::estimated).reduce(Contracts.money(0), BigDecimal::add);
    }

    /** One task has less than none. */
    private static BigDecimal estimated(Row task) {
        return task.get("estimatedHours") instanceof BigDecimal hours ? hours.max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    /** Nothing where nobody said what is left. */
    private static BigDecimal done(Row task) {
        return task.get("remainingHours") instanceof BigDecimal left
                ? estimated(task).subtract(left).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }
}
