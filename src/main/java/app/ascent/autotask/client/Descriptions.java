package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.EntityField.PicklistValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the small answers, those that describe the tenant. Releases differ by zone, so unknown names are passed over. */
final class Descriptions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Descriptions() {}

    private record CountAnswer(@Nullable Long queryCount) {}

    private record QuotaAnswer(
            @Nullable Integer externalRequestThreshold,
            @Nullable Integer requestThresholdTimeframe,
            @Nullable Integer currentTimeframeRequestCount) {}

    private record InformationAnswer(@Nullable Information info) {}

    private record Information(@Nullable Boolean canQuery, @Nullable Integer userAccessForQuery) {}

    private record FieldsAnswer(@Nullable List<Field> fields) {}

    private record Field(@Nullable String name, @Nullable Integer length, @Nullable List<Value> picklistValues) {}

    private record Value(
            @Nullable String value, @Nullable String label, @Nullable Boolean isActive, @Nullable Boolean isSystem) {}

    static long count(String body) {
        return required(read(body, CountAnswer.class).queryCount(), "a count");
    }

    static QuotaReading quota(String body) {
        QuotaAnswer answer = read(body, QuotaAnswer.class);
        int limit = required(answer.externalRequestThreshold(), "its limit of calls");
        Integer window = answer.requestThresholdTimeframe();
        int used = required(answer.currentTimeframeRequestCount(), "its number of calls");
        if (limit < 1 || used < 0) {
            throw new UnexpectedAnswer("Autotask named a limit of calls that cannot be.", null);
        }
        return new QuotaReading(limit, window == null || window < 1 ? 60 : window, used);
    }

    static Access access(String body) {
        Information info = required(read(body, InformationAnswer.class).info(), "the rights of the API user");
        Integer right = info.userAccessForQuery();
        if (right == null) {
            return Boolean.FALSE.equals(info.canQuery()) ? Access.NONE : Access.ALL;
        }
        return switch (right) {
            case 0 -> Access.NONE;
            case 1 -> Access.ALL;
            default -> Access.RESTRICTED;
        };
    }

    static List<EntityField> fields(String body) {
        List<Field> fields = required(read(body, FieldsAnswer.class).fields(), "the fields of its records");
        return fields.stream()
                .filter(field -> field != null && field.name() != null)
                .map(Descriptions::field)
                .toList();
    }

    private static EntityField field(Field field) {
        List<Value> values = field.picklistValues();
        Integer length = field.length();
        return new EntityField(
                orEmpty(field.name()),
                length == null ? 0 : length,
                values == null
                        ? List.of()
                        : values.stream()
                                .filter(value -> value != null && value.value() != null)
                                .map(Descriptions::value)
                                .toList());
    }

    private static PicklistValue value(Value value) {
        return new PicklistValue(
                orEmpty(value.value()),
                orEmpty(value.label()),
                !Boolean.FALSE.equals(value.isActive()),
                Boolean.TRUE.equals(value.isSystem()));
    }

    private static <T> T read(String body, Class<T> type) {
        if (!body.stripLeading().startsWith("{")) {
            throw notWhole();
        }
        List<String> errors = ErrorTexts.in(body);
        if (!errors.isEmpty()) {
            throw Diagnosis.ofErrorsInside(errors);
        }
        try {
            return JSON.readValue(body, type);
        } catch (DatabindException e) {
            throw new UnexpectedAnswer("Autotask described itself in a form that Ascent does not know.", null);
        } catch (JacksonException e) {
            // Not given as the cause: a parser's message may quote what it stumbled over.
            throw notWhole();
        }
    }

    private static Unavailable notWhole() {
        return new Unavailable("Autotask sent an answer that is not whole.", null);
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new UnexpectedAnswer("Autotask did not send " + what + ".", null);
        }
        return value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
