package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.EntityField.PicklistValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads the small answers, those that describe the tenant. Releases differ by zone, and what is documented as a number
 * comes as a word: everything is read as it comes, what nobody needs may be anything, and what is needed and missing is
 * told by its name.
 */
final class Descriptions {

    /** What Autotask documents, where it does not name a limit that can be. */
    private static final int USUAL_LIMIT = 10_000;

    private static final int USUAL_WINDOW = 60;
    private static final int LONGEST_WINDOW = 24 * 60;

    private Descriptions() {}

    /** Looks into what is no plain value. */
    @FunctionalInterface
    private interface Inside {
        void look(Walk walk, String name);
    }

    static long count(Body body) {
        Long count = Loose.number(read(body).get("querycount"));
        if (count == null || count < 0) {
            throw missing("how many records there are");
        }
        return count;
    }

    static QuotaReading quota(Body body) {
        Map<String, String> said = read(body);
        Integer limit = Loose.between(1, Integer.MAX_VALUE, said.get("externalrequestthreshold"));
        Integer window = Loose.between(1, LONGEST_WINDOW, said.get("requestthresholdtimeframe"));
        Integer used = Loose.between(0, Integer.MAX_VALUE, said.get("currenttimeframerequestcount"));
        return new QuotaReading(
                limit == null ? USUAL_LIMIT : limit,
                window == null ? USUAL_WINDOW : window,
                used == null ? 0 : used,
                limit != null && used != null);
    }

    static Access access(Body body) {
        // The rights stand under "info"; an answer that is flat means the same.
        Map<String, String> rights = new HashMap<>();
        rights.putAll(read(body, (walk, name) -> {
            if (name.equals("info")) {
                rights.putAll(walk.values(_ -> {}));
            }
        }));
        return Loose.flag(rights.get("canquery"), true) ? access(rights.get("useraccessforquery")) : Access.NONE;
    }

    /** Documented as 1, 2 and 0, and sent as {@code All}, {@code Restricted} and {@code None}. */
    private static Access access(@Nullable String said) {
        Long number = Loose.number(said);
        return switch (number == null ? String.valueOf(said).toLowerCase(Locale.ROOT) : number.toString()) {
            case "all", "full", "1" -> Access.ALL;
            case "restricted", "2" -> Access.RESTRICTED;
            case "none", "0" -> Access.NONE;
            default -> Access.UNCLEAR;
        };
    }

    static List<EntityField> fields(Body body) {
        List<EntityField> fields = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        read(body, (walk, name) -> {
            if (name.equals("fields") && walk.atArray()) {
                lists.add(name);
                walk.array(() -> addField(walk, fields));
            }
        });
        if (lists.isEmpty()) {
            throw missing("which fields its records have");
        }
        return fields;
    }

    private static void addField(Walk walk, List<EntityField> fields) {
        List<PicklistValue> picklist = new ArrayList<>();
        Map<String, String> field = walk.values(name -> {
            if (name.equals("picklistvalues")) {
                walk.array(() -> addValue(walk.values(_ -> {}), picklist));
            }
        });
        String name = field.getOrDefault("name", "");
        if (!name.isEmpty()) {
            Integer length = Loose.between(0, Integer.MAX_VALUE, field.get("length"));
            fields.add(new EntityField(
                    name,
                    length == null ? 0 : length,
                    List.copyOf(picklist),
                    Loose.flag(field.get("isqueryable"), true)));
        }
    }

    private static void addValue(Map<String, String> listed, List<PicklistValue> picklist) {
        String value = listed.get("value");
        if (value != null) {
            picklist.add(new PicklistValue(
                    value,
                    listed.getOrDefault("label", ""),
                    Loose.flag(listed.get("isactive"), true),
                    Loose.flag(listed.get("issystem"), false)));
        }
    }

    private static Map<String, String> read(Body body) {
        return read(body, (_, _) -> {});
    }

    /** The plain values of the outermost object; an answer that is none, or that says {@code errors}, is no answer. */
    private static Map<String, String> read(Body body, Inside inside) {
        if (body.cut()) {
            throw new UnexpectedAnswer("Autotask sent more than Ascent reads in one answer.", null);
        }
        if (!body.beginsLikeAnObject()) {
            throw notWhole();
        }
        List<String> errors = ErrorTexts.ofTheApi(body);
        if (!errors.isEmpty()) {
            throw Diagnosis.ofErrorsInside(errors);
        }
        try (Walk walk = Walk.of(body)) {
            Map<String, String> values = walk.values(name -> inside.look(walk, name));
            if (!walk.atEnd()) {
                throw notWhole();
            }
            return values;
        } catch (StreamConstraintsException e) {
            throw new UnexpectedAnswer("Autotask sent an answer that is nested beyond reason.", null);
        } catch (JacksonException | IOException e) {
            // Not given as the cause: a parser's message may quote what it stumbled over.
            throw notWhole();
        }
    }

    private static Unavailable notWhole() {
        return new Unavailable("Autotask sent an answer that is not whole.", null);
    }

    private static UnexpectedAnswer missing(String what) {
        return new UnexpectedAnswer("Autotask did not say " + what + ".", null);
    }
}
