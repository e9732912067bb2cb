package app.ascent.importing.web.page;

import app.ascent.autotask.Credentials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The three values as a page sends them. Only the user name ever goes back to the form. */
record CredentialsForm(@Nullable String apiUser, @Nullable String secret, @Nullable String integrationCode) {

    private static final int LONGEST = 500;

    /** Field name to message key of what is wrong with it, in the order of the form. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        check("apiUser", apiUser, problems);
        check("secret", secret, problems);
        check("integrationCode", integrationCode, problems);
        return problems;
    }

    private static void check(String field, @Nullable String value, Map<String, String> problems) {
        String cleaned = cleaned(value);
        if (cleaned.isEmpty()) {
            problems.put(field, "connect." + field + ".missing");
        } else if (cleaned.length() > LONGEST || cleaned.chars().anyMatch(Character::isISOControl)) {
            problems.put(field, "connect.unsendable");
        }
    }

    /** Without the blanks and line breaks that copying brings along. */
    Credentials credentials() {
        return Credentials.of(cleaned(apiUser), cleaned(secret), cleaned(integrationCode));
    }

    String shownUser() {
        return cleaned(apiUser);
    }

    private static String cleaned(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    @Override
    public String toString() {
        return "CredentialsForm[••••••]";
    }
}
