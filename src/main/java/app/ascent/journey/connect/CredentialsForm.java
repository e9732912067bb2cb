package app.ascent.journey.connect;

import app.ascent.autotask.Credentials;
import app.ascent.text.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values as a page sends them. Only the user name and the zone's address ever go back to the form. */
record CredentialsForm(
        @Nullable String apiUser, @Nullable String secret, @Nullable String integrationCode, @Nullable String zoneUrl) {

    private static final int LONGEST = 500;

    /** Field name to message key of what is wrong with it, in the order of the form. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        check("apiUser", apiUser, problems);
        check("secret", secret, problems);
        check("integrationCode", integrationCode, problems);
        if (!shownZone().isEmpty()) {
            check("zoneUrl", zoneUrl, problems);
        }
        return problems;
    }

    private static void check(String field, @Nullable String value, Map<String, String> problems) {
        String cleaned = Text.pasted(value);
        if (cleaned.isEmpty()) {
            problems.put(field, "connect." + field + ".missing");
        } else if (cleaned.length() > LONGEST || cleaned.chars().anyMatch(Character::isISOControl)) {
            problems.put(field, "connect.unsendable");
        } else if (!Text.isAscii(cleaned)) {
            problems.put(field, "connect.not-plain");
        }
    }

    /** Without what copying brings along: a try with it would be rejected, and count towards the lock of the API user. */
    Credentials credentials() {
        return Credentials.of(Text.pasted(apiUser), Text.pasted(secret), Text.pasted(integrationCode), shownZone());
    }

    String shownUser() {
        return Text.pasted(apiUser);
    }

    String shownZone() {
        return Text.pasted(zoneUrl);
    }

    @Override
    public String toString() {
        return "CredentialsForm[••••••]";
    }
}
