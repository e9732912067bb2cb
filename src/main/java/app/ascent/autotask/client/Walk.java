package app.ascent.autotask.client;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks through an answer of which little is certain: names come in any case, numbers as text or text as numbers, objects
 * where a list is documented. What nobody asks for is passed over, whatever its shape, and nothing is built of it.
 */
public final class Walk implements AutoCloseable {

    private static final int DEEPEST = 500;
    private static final int LONGEST_NAME = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    private Walk(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Begins at the outermost value. All of a walk throws {@link tools.jackson.core.JacksonException} where the answer is
     * no JSON, ends too soon, or is nested beyond reason.
     */
    public static Walk of(Body body) throws IOException {
        Reader text = body.reader();
        JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text);
        parser.nextToken();
        return new Walk(parser);
    }

    public boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean atArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Stops at each value of the object, if this is one, and tells its name in lower case. */
    public void object(Consumer<String> stop) {
        if (!atObject()) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            parser.nextToken();
            stop.accept(name);
            parser.skipChildren();
        }
    }

    /**
     * The plain values of the object by their names in lower case, none if this is no object; stops at what is not plain.
     */
    public Map<String, String> values(Consumer<String> stop) {
        Map<String, String> values = new HashMap<>();
        object(name -> {
            String value = value();
            if (value == null) {
                stop.accept(name);
            } else {
                values.put(name, value);
            }
        });
        return values;
    }

    /** Stops at each element of the list, if this is one. */
    public void array(Runnable stop) {
        if (!atArray()) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            stop.run();
            parser.skipChildren();
        }
    }

    /** Text, number or yes and no as text, without blanks around it; null for whatever else stands here. */
    public @Nullable String value() {
        JsonToken token = parser.currentToken();
        return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL
                ? parser.getString().strip()
                : null;
    }

    /** Whether nothing follows. */
    public boolean atEnd() {
        return parser.nextToken() == null;
    }

    @Override
    public void close() {
        parser.close();
    }
}
