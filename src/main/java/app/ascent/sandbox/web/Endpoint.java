package app.ascent.sandbox.web;

import java.util.Set;

/** What can be called, and with which methods; everything else is refused before it is looked at. */
enum Endpoint {
    ZONE_INFORMATION("GET"),
    VERSION_INFORMATION("GET"),
    VERSION("GET"),
    THRESHOLD("GET"),
    QUERY("GET", "POST"),
    COUNT("GET", "POST"),
    NEXT("GET", "POST"),
    PREVIOUS("GET", "POST"),
    ITEM("GET"),
    /** What is in a file. */
    CONTENT("GET"),
    /** All files of a record. */
    FILES("GET"),
    INFORMATION("GET"),
    FIELDS("GET"),
    USER_FIELDS("GET"),
    /** Where records are created and changed; the practice API user has no right to. */
    COLLECTION("POST", "PUT", "PATCH"),
    /** A page for people, where Autotask would show the record. */
    PAGE("GET"),
    UNKNOWN("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Set<String> methods;

    Endpoint(String... methods) {
        this.methods = Set.of(methods);
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    boolean needsCredentials() {
        return switch (this) {
            case ZONE_INFORMATION, VERSION_INFORMATION, PAGE, UNKNOWN -> false;
            case VERSION,
                    THRESHOLD,
                    QUERY,
                    COUNT,
                    NEXT,
                    PREVIOUS,
                    ITEM,
                    CONTENT,
                    FILES,
                    INFORMATION,
                    FIELDS,
                    USER_FIELDS,
                    COLLECTION -> true;
        };
    }
}
