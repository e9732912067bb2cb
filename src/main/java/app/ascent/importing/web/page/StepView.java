package app.ascent.importing.web.page;

import java.util.ArrayList;
import java.util.List;

/** One of the four steps above every page of a migration. */
record StepView(int number, String key, boolean done, boolean current) {

    static final int CONNECT = 1;
    static final int REVIEW = 2;
    static final int IMPORT = 3;
    static final int REPORT = 4;

    private static final List<String> KEYS = List.of("step.connect", "step.review", "step.import", "step.report");

    static List<StepView> at(int current) {
        List<StepView> steps = new ArrayList<>();
        for (int number = CONNECT; number <= REPORT; number++) {
            steps.add(new StepView(number, KEYS.get(number - 1), number < current, number == current));
        }
        return steps;
    }
}
