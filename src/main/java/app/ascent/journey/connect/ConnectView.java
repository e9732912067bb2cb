package app.ascent.journey.connect;

import app.ascent.journey.StepView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which credentials are entered and tested.
 *
 * @param sources what is imported, as a list in a sentence
 * @param targets what it becomes, the same way
 * @param apiUser goes back into the form; secret and code never do
 * @param zoneUrl the zone's address, if a person entered it
 * @param problems field to message key
 * @param firstProblem the field that gets the focus
 * @param test what the last test found, or null before it
 * @param practice what the practice tenant accepts, or null where it is off
 * @param filled whether the practice tenant's values stand in the form
 * @param others whether the organization has migrations already
 */
record ConnectView(
        String sources,
        String targets,
        List<StepView> steps,
        String apiUser,
        String zoneUrl,
        Map<String, String> problems,
        @Nullable String firstProblem,
        @Nullable TestView test,
        @Nullable Practice practice,
        boolean filled,
        boolean others) {

    /** @param json the values for the button that fills them in */
    record Practice(String apiUser, String secret, String integrationCode, String json) {}

    /** Whether what is seldom needed is shown at once. */
    public boolean more() {
        return !zoneUrl.isEmpty() || problems.containsKey("zoneUrl");
    }

    public boolean passed() {
        return test != null && test.mayCreate();
    }
}
