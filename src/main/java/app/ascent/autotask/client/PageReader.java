package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.EntityPage.Item;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts the records out of a page without building them, so that each stays as Autotask wrote it. What is not whole JSON
 * is passing trouble; whole JSON of another shape, or ids that were not asked for, is not. A row that is no record, or has
 * no id, costs itself alone; it is counted.
 */
final class PageReader {

    /** Rows a page may have, and what a full one has. */
    static final int PAGE_SIZE = 500;

    private static final int ID_LENGTH = 30;

    /**
     * Nothing is built here, so little needs a limit; a record that is beyond reason fails alone, when it is read. Names
     * are not remembered: an answer that invents them would fill the memory.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(PassingText.DEEPEST + 1)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(PassingText.LONGEST)
                    .build())
            .build();

    private final PassingText text;
    private final JsonParser parser;
    private final long after;
    private final int asked;
    private final TreeMap<Long, Item> items = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private boolean itemsSeen;
    private int rows;
    private final List<Long> unreadableBefore = new ArrayList<>();
    private int unreadableAtEnd;
    private NextPage next = NextPage.NOT_SAID;

    private enum NextPage {
        NOT_SAID,
        NONE,
        SOME
    }

    private PageReader(PassingText text, JsonParser parser, long after, int asked) {
        this.text = text;
        this.parser = parser;
        this.after = after;
        this.asked = asked;
    }

    /** @param asked how many records a full page has */
    static EntityPage read(Body body, long after, int asked) {
        try (PassingText text = new PassingText(body.reader());
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return read(text, parser, after, asked);
        } catch (IOException e) {
            throw notWhole();
        }
    }

    private static EntityPage read(PassingText text, JsonParser parser, long after, int asked) {
        try {
            PageReader reader = new PageReader(text, parser, after, asked);
            reader.readAll();
            return reader.page();
        } catch (JacksonException e) {
            // Not given as the cause: a parser's message may quote what it stumbled over.
            throw e instanceof StreamConstraintsException || text.tooDeep()
                    ? unexpected("an answer that is nested beyond reason")
                    : notWhole();
        }
    }

    private static Unavailable notWhole() {
        return new Unavailable("Autotask sent an answer that is not whole.", null);
    }

    private void readAll() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notWhole();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "items" -> readItems(value);
                case "pagedetails" -> readDetails(value);
                case "errors" -> readErrors(value);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw notWhole();
        }
    }

    private void readItems(JsonToken value) {
        itemsSeen = value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL;
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            Item item = token == JsonToken.START_OBJECT ? readItem() : null;
            parser.skipChildren();
            if (item == null) {
                unreadableAtEnd++;
            } else {
                items.put(item.id(), item);
                unreadableBefore.addAll(Collections.nCopies(unreadableAtEnd, item.id()));
                unreadableAtEnd = 0;
            }
            rows++;
        }
    }

    /** Null when nobody can tell which record it is. */
    private @Nullable Item readItem() {
        long start = parser.currentTokenLocation().getCharOffset();
        Long id = null;
        boolean documented = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            Long read = name.equalsIgnoreCase("id") && !documented ? id(value) : null;
            if (read != null) {
                id = read;
                documented = name.equals("id");
            }
            parser.skipChildren();
        }
        long end = parser.currentLocation().getCharOffset();
        String json = text.cut(start, end);
        if (id == null) {
            return null;
        }
        return json == null ? Item.unread(id) : new Item(id, json);
    }

    private @Nullable Long id(JsonToken value) {
        String text = value.isNumeric() || value == JsonToken.VALUE_STRING
                ? parser.getString().strip()
                : "";
        if (text.length() > ID_LENGTH) {
            return null;
        }
        try {
            return new BigDecimal(text).longValueExact(); // some answers write 174.0
        } catch (ArithmeticException | NumberFormatException noId) {
            return null;
        }
    }

    private void readDetails(JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isNext = parser.currentName().equalsIgnoreCase("nextPageUrl");
            JsonToken url = parser.nextToken();
            if (isNext) {
                next = url == JsonToken.VALUE_STRING && isAddress(parser.getString()) ? NextPage.SOME : NextPage.NONE;
            }
            parser.skipChildren();
        }
    }

    /** Proxies and old serializers have written the word for nothing. */
    private static boolean isAddress(String url) {
        return !url.isBlank() && !url.strip().equalsIgnoreCase("null");
    }

    private void readErrors(JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            addError(parser.getString());
        }
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            addError(token == JsonToken.VALUE_STRING ? parser.getString() : token.name());
            parser.skipChildren();
        }
    }

    private void addError(String error) {
        if (!error.isBlank() && errors.size() < ErrorTexts.MOST) {
            errors.add(ErrorTexts.beginning(error));
        }
    }

    private EntityPage page() {
        if (!errors.isEmpty()) {
            throw Diagnosis.ofErrorsInside(errors);
        }
        if (!itemsSeen) {
            throw unexpected("no records");
        }
        // Going on from the same id would ask the same question for ever.
        if (next == NextPage.SOME && items.isEmpty()) {
            throw new Unavailable("Autotask sent an empty page and says that more follow.", null);
        }
        if (next == NextPage.SOME && !leadsOn()) {
            throw unexpected("records that were not asked for");
        }
        return new EntityPage(List.copyOf(items.values()), isLast(), List.copyOf(unreadableBefore), unreadableAtEnd);
    }

    /**
     * A full page without a next one has been seen where many more followed, and so has a short one that said nothing of
     * next ones; both are the last only when the question for what is behind them brings nothing.
     */
    private boolean isLast() {
        return switch (next) {
            case SOME -> false;
            case NONE -> rows < asked || !leadsOn();
            case NOT_SAID -> !leadsOn();
        };
    }

    /** Whether there is something behind the id that was asked from. What came beside it stays: it may be news. */
    private boolean leadsOn() {
        return !items.isEmpty() && items.lastKey() > after;
    }

    private static UnexpectedAnswer unexpected(String what) {
        return new UnexpectedAnswer("Autotask sent " + what + ".", null);
    }
}
