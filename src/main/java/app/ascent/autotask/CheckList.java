package app.ascent.autotask;

import app.ascent.autotask.ConnectionReport.Check;
import app.ascent.autotask.ConnectionReport.EntityAccess;
import app.ascent.autotask.ConnectionReport.Outcome;
import app.ascent.autotask.ConnectionReport.Problem;
import app.ascent.autotask.client.QuotaReading;
import app.ascent.autotask.client.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection test under way: what was asked, what came of it, and in which words a person is told. */
final class CheckList {

    private static final String ZONE = "zone";
    private static final String CREDENTIALS = "credentials";
    private static final String QUOTA = "quota";

    private final Instant testedAt;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final List<EntityAccess> entities = new ArrayList<>();
    private final AnswerTimes times;
    private @Nullable Zone zone;
    private @Nullable QuotaReading quota;
    private @Nullable Problem problem;
    private String current = ZONE;
    private boolean anyAnswered;

    CheckList(Instant testedAt, List<Wanted> entities, AnswerTimes times) {
        this.testedAt = testedAt;
        this.times = times;
        notReached(ZONE);
        notReached(CREDENTIALS);
        entities.forEach(wanted -> notReached(name(wanted.entity())));
        notReached(QUOTA);
    }

    void zoneFound(Zone found) {
        zone = found;
        String host = found.api().getHost();
        String place = found.name().equals(host) ? host : "%s, %s".formatted(found.name(), host);
        passed(ZONE, found.entered() ? place + ", as entered" : place);
        current = CREDENTIALS;
    }

    void credentialsAccepted(QuotaReading reading) {
        quota = reading;
        passed(CREDENTIALS, "API user, secret and integration code belong together");
        current = QUOTA;
    }

    void quotaHasRoom() {
        QuotaReading reading = quota().orElseThrow();
        if (!reading.understood()) {
            put(
                    QUOTA,
                    Outcome.REMARKABLE,
                    text(
                            "Autotask did not say clearly how many calls your tenant may make and has made; Ascent takes"
                                    + " it for %,d made of %,d an hour",
                            reading.used(), reading.limit()));
            return;
        }
        passed(
                QUOTA,
                text(
                        "%,d of %,d used in the last %d minutes, by all your integrations",
                        reading.used(), reading.limit(), reading.windowMinutes()));
    }

    void reached(Wanted wanted) {
        current = wanted.entity();
    }

    /** Whether anything came of the questions about entities, be it a refusal. */
    boolean anyAnswered() {
        return anyAnswered;
    }

    /** Nothing came that says what may be read, which may be otherwise in a while. */
    void unproven(Wanted wanted, String why) {
        put(
                name(wanted.entity()),
                Outcome.UNPROVEN,
                why + " So it is not proven what this user may read here. Test again, or go on: the import asks anew.");
    }

    /** What came will be no better tomorrow, and an import does without the entity. */
    void notUnderstood(Wanted wanted, String what) {
        anyAnswered = true;
        put(
                name(wanted.entity()),
                Outcome.FAILED,
                what + " While that stays so, an import leaves these and what depends on them out.");
    }

    void answered(Wanted wanted, EntityAccess access) {
        anyAnswered = true;
        if (wanted.counted()) {
            entities.add(access);
        }
        String name = name(access.entity());
        switch (access.access()) {
            case ALL -> passed(name, "Autotask hides none from this user");
            case RESTRICTED ->
                put(
                        name,
                        Outcome.REMARKABLE,
                        "Autotask hides records from this user without saying so. Lift the restriction, or go on and"
                                + " import only these.");
            case UNCLEAR ->
                put(
                        name,
                        Outcome.REMARKABLE,
                        "Autotask did not say in a way Ascent knows how much this user may read, so some records may be"
                                + " hidden. Check its security level, or go on and import what it sees.");
            case NONE -> {
                put(name, Outcome.FAILED, wanted.indispensable() ? notReadable(name) : leftOut(name));
                if (wanted.indispensable() && problem == null) {
                    problem = new Problem.EntityNotReadable(access.entity());
                }
            }
        }
    }

    /** The entity that is being asked for, or the part of the connection before that. */
    String current() {
        return current;
    }

    void stopped(Problem reason) {
        problem = reason;
        switch (reason) {
            case Problem.UnknownApiUser _ ->
                put(
                        ZONE,
                        Outcome.FAILED,
                        "Check the user name; it ends with your tenant's domain. Secret and code were" + " not sent.");
            case Problem.ZoneNotAllowed refused ->
                put(ZONE, Outcome.FAILED, "The secret was not sent to %s.".formatted(refused.host()));
            case Problem.CredentialsRejected _ ->
                put(CREDENTIALS, Outcome.FAILED, "Autotask rejected one call; it was not repeated");
            case Problem.EntityNotReadable denied ->
                put(name(current), Outcome.FAILED, notReadable(name(denied.entity())));
            case Problem.Unavailable trouble ->
                put(name(current), Outcome.FAILED, trouble.what() + " Try again in a few minutes.");
            case Problem.NotUnderstood odd -> put(name(current), Outcome.FAILED, odd.what());
            case Problem.BudgetExhausted exhausted ->
                put(
                        QUOTA,
                        Outcome.FAILED,
                        text(
                                "%,d of %,d used in the last 60 minutes, by all your integrations; Ascent stops at %,d",
                                exhausted.used(), exhausted.limit(), exhausted.stopsAt()));
        }
    }

    Optional<QuotaReading> quota() {
        return Optional.ofNullable(quota);
    }

    Optional<Zone> zone() {
        return Optional.ofNullable(zone);
    }

    ConnectionReport report() {
        return new ConnectionReport(
                testedAt, zone, quota, List.copyOf(entities), List.copyOf(checks.values()), times.usual(), problem);
    }

    private static String leftOut(String records) {
        return notReadable(records) + " Or go on: everything is imported but these and what depends on them.";
    }

    private static String notReadable(String records) {
        return "This user may not read %s. Give its security level the right to view %s in Autotask, then test again."
                .formatted(records, records);
    }

    /** As the API of Ascent calls it: {@code companies} for {@code Companies}. */
    private static String name(String entity) {
        return entity.substring(0, 1).toLowerCase(Locale.ROOT) + entity.substring(1);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }

    private void notReached(String name) {
        put(name, Outcome.NOT_REACHED, "Not checked");
    }

    private void passed(String name, String message) {
        put(name, Outcome.PASSED, message);
    }

    private void put(String name, Outcome outcome, String message) {
        checks.put(name, new Check(name, outcome, message));
    }
}
