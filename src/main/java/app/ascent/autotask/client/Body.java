package app.ascent.autotask.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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
    private final Charset charset;
    private final boolean cut;

    private Body(List<byte[]> pieces, Charset charset, boolean cut) {
        this.pieces = pieces;
        this.charset = Charsets.of(pieces.isEmpty() ? new byte[0] : pieces.getFirst(), charset);
        this.cut = cut;
    }

    public static Body of(String text) {
        return new Body(List.of(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, false);
    }

    /**
     * Reads to the end, or as far as it may.
     *
     * @param most bytes that are kept
     */
    static Body read(InputStream stream, int most, Charset charset) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        int left = most;
        while (true) {
            // One byte more than there is room for tells whether anything follows.
            byte[] piece = stream.readNBytes((int) Math.min(PIECE, left + 1L));
            if (piece.length == 0) {
                return new Body(pieces, charset, false);
            }
            left -= piece.length;
            if (left < 0) {
                return new Body(pieces, charset, true);
            }
            pieces.add(piece);
        }
    }

    /** Whether there was more than was read. */
    public boolean cut() {
        return cut;
    }

    /** Bytes that mean nothing become replacement characters, so that they cost one field and not the page. */
    public Reader reader() throws IOException {
        List<InputStream> streams =
                pieces.stream().<InputStream>map(ByteArrayInputStream::new).toList();
        return withoutMark(new InputStreamReader(new SequenceInputStream(Collections.enumeration(streams)), charset));
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader text = new PushbackReader(reader);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    /** Its first characters. */
    String head(int most) {
        try (Reader reader = reader()) {
            char[] characters = new char[most];
            int count = 0;
            int read;
            while (count < most && (read = reader.read(characters, count, most - count)) >= 0) {
                count += read;
            }
            return new String(characters, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what lies in memory can be read
        }
    }

    /** Whether it looks like an answer of the API, and not like a page of HTML or like nothing. */
    boolean beginsLikeAnObject() {
        return head(1_000).stripLeading().startsWith("{");
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
