package app.ascent.database.contact;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the database is and who asks for it, as the settings say or the embedded server does. */
record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {

    /** Without its parameters, which may hold a password; for sentences and logs. */
    String shown() {
        int query = url.indexOf('?');
        return (query < 0 ? url : url.substring(0, query)).replaceFirst("//[^/@]*@", "//");
    }

    /** For sentences; the user may stand in the address instead. */
    String who() {
        return user == null ? "its user" : "user " + user;
    }

    /** For a connection of its own that waits for nothing longer than the limit. */
    Properties impatient(int seconds) {
        String limit = String.valueOf(seconds);
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "ascent watch");
        properties.setProperty("connectTimeout", limit);
        properties.setProperty("loginTimeout", limit);
        properties.setProperty("socketTimeout", limit);
        properties.setProperty("logServerErrorDetail", "false");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }
}
