package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Decodes the content in an answer while it comes, so that no more of it is in memory than a buffer holds: the first text named
 * {@code data}, whether the record is called {@code item} or stands among {@code items}, for both have been seen. What is not
 * whole JSON is passing trouble.
 */
final class ContentReader {

    private static final JsonFactory JSON = new JsonFactory();

    /** So much of what may follow the content is read, so that the connection can be used again. */
    private static final int REST = 1 << 16;

    private ContentReader() {}

    /** Ends the decoding: whoever asked takes no more. */
    @SuppressWarnings("serial") // thrown and caught here
    private static final class Enough extends RuntimeException {

        private Enough() {
            super(null, null, false, false);
        }
    }

    /** Counts, and passes on no more than was wanted. */
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private final long most;
        private long count;

        private Counted(OutputStream out, long most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        /** A sink that fails is no fault of the connection. */
        @Override
        public void write(byte[] octets, int from, int length) {
            count += length;
            if (count > most) {
                throw new Enough();
            }
            try {
                out.write(octets, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @param most bytes that are taken
     * @return nothing where the answer has no content
     */
    static Optional<Download> read(InputStream stream, OutputStream out, long most) throws IOException {
        List<String> errors = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), stream)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notWhole();
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equalsIgnoreCase("data")) {
                    Download found = decode(parser, new Counted(out, most));
                    stream.readNBytes(REST);
                    return Optional.of(found);
                }
                if (value == JsonToken.START_ARRAY && name.equalsIgnoreCase("errors")) {
                    gather(parser, errors);
                }
            }
        } catch (JacksonException e) {
            // Not given as the cause: a parser's message may quote what it stumbled over.
            throw notWhole();
        }
        if (!errors.isEmpty()) {
            throw Diagnosis.ofErrorsInside(errors);
        }
        return Optional.empty();
    }

    private static Download decode(JsonParser parser, Counted out) {
        try {
            parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS, out);
            return new Download.Whole(out.count);
        } catch (Enough enough) {
            return new Download.TooLong();
        } catch (UnexpectedEndOfInputException | JacksonIOException cut) {
            throw cut;
        } catch (JacksonException undecodable) {
            return new Download.Damaged();
        }
    }

    private static void gather(JsonParser parser, List<String> errors) {
        for (JsonToken token = parser.nextToken();
                token == JsonToken.VALUE_STRING && errors.size() < ErrorTexts.MOST;
                token = parser.nextToken()) {
            errors.add(ErrorTexts.beginning(parser.getString()));
        }
    }

    private static Unavailable notWhole() {
        return new Unavailable("Autotask sent an answer that is not whole.", null);
    }
}
