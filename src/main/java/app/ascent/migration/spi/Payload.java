package app.ascent.migration.spi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A source record, or a row of a table that records look things up in, as its type reads it. One field of a shape nobody
 * expected does not cost the record: it is left out and told of. The case of field names does not count.
 */
public record Payload<S>(S source, List<Odd> oddities) {

    private static final String ODDITIES = "oddities";
    private static final ObjectReader READER =
            JsonMapper.builder().addHandler(new LeavingOut()).build().reader();

    /**
     * A value that was left out.
     *
     * @param field of the record, though the value may lie deeper
     * @param value its JSON, as much as a report can show
     */
    public record Odd(String field, String value) {}

    /** @throws tools.jackson.core.JacksonException when there is no record to be seen in it */
    public static <S> Payload<S> read(String json, Class<S> type) {
        Spelling spelling = Spelling.of(type);
        List<Odd> oddities = new ArrayList<>();
        ObjectReader reader = READER.forType(type).withAttribute(ODDITIES, oddities);
        try (Spelling.Watch parser = spelling.watch(READER.createParser(json))) {
            S source = reader.readValue(parser);
            if (!parser.isDoubtful()) {
                return new Payload<>(source, oddities);
            }
        }
        oddities.clear();
        return new Payload<>(reader.readValue(spelling.corrected(json)), oddities);
    }

    private static final class LeavingOut extends DeserializationProblemHandler {

        private static final int SHOWN = 200;

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
            return leftOut(context, parser) ? null : NOT_HANDLED;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message) {
            return leftOut(context, parser) ? null : NOT_HANDLED;
        }

        @SuppressWarnings("unchecked")
        private static boolean leftOut(DeserializationContext context, JsonParser parser) {
            String field = field(parser.streamReadContext());
            if (field == null) {
                return false;
            }
            String value = context.readTree(parser).toString();
            String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
            ((List<Odd>) context.getAttribute(ODDITIES)).add(new Odd(field, shown));
            return true;
        }

        private static @Nullable String field(TokenStreamContext place) {
            TokenStreamContext context = place;
            while (context.getParent() != null && !context.getParent().inRoot()) {
                context = context.getParent();
            }
            return context.inObject() ? context.currentName() : null;
        }
    }
}
