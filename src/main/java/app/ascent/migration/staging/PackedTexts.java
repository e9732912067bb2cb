package app.ascent.migration.staging;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Texts by id, compressed as one. Records of a kind have their field names and much of their content in common, so that many
 * together take an eighth of their room, and one alone hardly less than all of it. The sum behind them tells of damage.
 */
final class PackedTexts {

    /** Higher levels take the longer, and make little of it: docs/adr/057. */
    private static final int LEVEL = 2;

    private static final int BUFFER = 1 << 13;

    private PackedTexts() {}

    static byte[] pack(Map<Long, String> texts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(BUFFER);
        Deflater deflater = new Deflater(LEVEL);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(packed, deflater, BUFFER))) {
            out.writeInt(texts.size());
            for (Map.Entry<Long, String> text : texts.entrySet()) {
                byte[] encoded = text.getValue().getBytes(StandardCharsets.UTF_8);
                out.writeLong(text.getKey());
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes could not be held in memory", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** Those that are wanted, as far as they are there; empty when what was packed is damaged. */
    static Optional<Map<Long, String>> unpack(byte[] packed, Set<Long> wanted) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)), BUFFER))) {
            return Optional.of(read(in, wanted));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Map<Long, String> read(DataInputStream in, Set<Long> wanted) throws IOException {
        Map<Long, String> texts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long id = in.readLong();
            int length = in.readInt();
            if (length < 0) {
                throw new EOFException("A text of less than nothing");
            }
            if (wanted.contains(id)) {
                texts.put(id, text(in, length));
            } else {
                in.skipNBytes(length);
            }
        }
        if (in.read() >= 0) { // the sum is looked at behind the last byte
            throw new EOFException("More than was packed");
        }
        return texts;
    }

    private static String text(DataInputStream in, int length) throws IOException {
        byte[] encoded = in.readNBytes(length);
        if (encoded.length < length) {
            throw new EOFException("A text that is cut off");
        }
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
