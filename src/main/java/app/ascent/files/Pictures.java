package app.ascent.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells the pictures that every browser shows by how they begin, whatever they are called. */
final class Pictures {

    /** So many of the first bytes tell. */
    static final int HEAD = 12;

    private Pictures() {}

    /** What it is; null for everything else. */
    static @Nullable String of(byte[] head) {
        if (begins(
                head, 0, (byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G', (byte) 13, (byte) 10, (byte) 26, (byte) 10)) {
            return "image/png";
        }
        if (begins(head, 0, (byte) 0xff, (byte) 0xd8, (byte) 0xff)) {
            return "image/jpeg";
        }
        if (begins(head, 0, bytes("GIF87a")) || begins(head, 0, bytes("GIF89a"))) {
            return "image/gif";
        }
        return begins(head, 0, bytes("RIFF")) && begins(head, 8, bytes("WEBP")) ? "image/webp" : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean begins(byte[] head, int at, byte... with) {
        int end = at + with.length;
        return head.length >= end && Arrays.equals(head, at, end, with, 0, with.length);
    }
}
