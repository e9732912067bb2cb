package app.ascent.journey;

import java.util.ArrayList;
import java.util.List;

/** One of the four steps above every page of a migration. */
public record StepView(int number, String key, boolean done, boolean current) {

    public static final int CONNECT = 1;
    public static final int REVIEW = 2;
    public static final int IMPORT = 3;
    public static final int REPORT = 4;

    private static final List<String> KEYS = List.of("step.connect", "step.review", "step.import", "step.report");

    public static List<StepView> at(int current) {
        List<StepView> steps = new ArrayList<>();
        for (int number = CONNECT; number <= REPORT; number++) {
            steps.add(new StepView(number, KEYS.get(number - 1), number < current, number == current));
        }
        return steps;
    }
}
