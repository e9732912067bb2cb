package app.ascent.upgrade;

import app.ascent.autotask.AutotaskStub;
import java.util.List;

/**
 * The Autotask that the recorded databases were imported from. It is never changed, unlike the practice tenant, from which it
 * has some records of each kind of trouble.
 */
final class EarlierTenant {

    /** The Autotask databases, each with a migration of its own: that of a run that had ended, been paused, been killed. */
    static final long FINISHED = 71_001;

    static final long PAUSED = 71_002;
    static final long KILLED = 71_003;

    /** Nobody had imported this one. */
    static final long UNTOUCHED = 71_004;

    /** A member whom a resource of the tenant becomes, as another becomes the Owner. */
    static final String MEMBER = "mira.holm@fjordlight.example";

    static final long MEMBERS_RESOURCE = 29682890;
    static final long OWNERS_RESOURCE = 29682885;

    private EarlierTenant() {}

    static AutotaskStub start(long database) {
        AutotaskStub stub = AutotaskStub.start().database(database);
        for (String entity :
                List.of("Companies", "Contacts", "CompanyCategories", "Countries", "Currencies", "Resources")) {
            stub.records(entity, Fixture.lines("tenant/" + entity + ".jsonl"));
        }
        for (String entity : List.of("Companies", "Contacts")) {
            stub.fields(entity, Fixture.text("tenant/" + entity + ".fields.json"));
        }
        return stub;
    }

    static String record(String entity, long id) {
        return Fixture.lines("tenant/" + entity + ".jsonl").stream()
                .filter(line -> line.startsWith("{\"id\":" + id + ","))
                .findFirst()
                .orElseThrow();
    }

    /** A record of it with one field changed. */
    static String changed(String entity, long id, String field, String from, String to) {
        String record = record(entity, id);
        String before = "\"" + field + "\":" + from + ",";
        if (!record.contains(before)) {
            throw new IllegalArgumentException(before + " is not in " + record);
        }
        return record.replace(before, "\"" + field + "\":" + to + ",");
    }
}
