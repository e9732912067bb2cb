package app.ascent.autotask.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The bytes of an answer, in pieces: arrays of half a megabyte and more, which a page has, go past the young generation of
 * a small heap, and made collecting them a third of an import's processor time.
 */
public final class Body {

    private static final int PIECE = 1 << 15;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final List<byte[]> pieces;

    private Body(List<byte[]> pieces) {
        this.pieces = pieces;
    }

    public static Body of(String text) {
        return new Body(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads to the end.
     *
     * @param most bytes it may have
     * @throws AutotaskFailure.UnexpectedAnswer when it has more
     */
    static Body read(InputStream stream, int most) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        int left = most;
        byte[] piece = stream.readNBytes(PIECE);
        while (piece.length > 0) {
            left -= piece.length;
            if (left < 0) {
                throw new AutotaskFailure.UnexpectedAnswer("Autotask sent more than Ascent reads in one answer.", null);
            }
            pieces.add(piece);
            piece = stream.readNBytes(PIECE);
        }
        return new Body(pieces);
    }

    /** Bytes that are no UTF-8 become replacement characters, so that they cost one field and not the page. */
    Reader reader() throws IOException {
        List<InputStream> streams =
                pieces.stream().<InputStream>map(ByteArrayInputStream::new).toList();
        Reader reader = new InputStreamReader(
                new SequenceInputStream(Collections.enumeration(streams)), StandardCharsets.UTF_8);
        return withoutMark(reader);
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader text = new PushbackReader(reader);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    /** All of it, for answers that are short. */
    public String text() {
        try (Reader reader = reader()) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what lies in memory can be read
        }
    }

    long size() {
        return pieces.stream().mapToLong(piece -> piece.length).sum();
    }
}
