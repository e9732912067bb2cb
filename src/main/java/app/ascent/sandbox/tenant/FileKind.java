package app.ascent.sandbox.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.springframework.core.io.ClassPathResource;

/** What kinds of file people attach. */
enum FileKind {
    SCREENSHOT("Screenshot 2026-0#-1# ######.png", "image/png", "screenshot.png"),
    LOG("printer log ##.txt", "text/plain"),
    PHOTO("IMG_####.jpg", "image/jpeg", "photo.jpg"),
    OFFER("Angebot für Büro ##.pdf", "application/pdf"),
    DIAGRAM("network ??-##.png", "image/png", "diagram.png"),
    LIST("inventory ####.csv", "text/csv"),
    LETTER("Übergabe ###.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ARCHIVE("logs-######.zip", "application/zip"),
    MAIL("Originating Email ###.eml", "message/rfc822");

    private final String pattern;
    private final String type;
    private final byte[] head;

    /** One of which nobody looks at the content. */
    FileKind(String pattern, String type) {
        this.pattern = pattern;
        this.type = type;
        this.head = new byte[0];
    }

    FileKind(String pattern, String type, String picture) {
        this.pattern = pattern;
        this.type = type;
        try {
            this.head = new ClassPathResource("sandbox/files/" + picture).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String type() {
        return type;
    }

    String name(Dice dice) {
        return dice.fill(pattern);
    }

    /** A picture is a whole one; whoever shows it does not mind what follows. */
    long with(long size) {
        return head.length + size;
    }

    /** As large as is wanted, and the same for the same seed alone. */
    Content content(long seed, long size, Delivery delivery) {
        byte[] next = isText() ? lines(seed) : bytes(seed);
        byte[] first = Arrays.copyOf(next, (int) Math.min(size, Content.BLOCK));
        System.arraycopy(head, 0, first, 0, Math.min(head.length, first.length));
        return new Content(first, next, size, delivery);
    }

    private boolean isText() {
        return type.startsWith("text/") || this == MAIL;
    }

    private static byte[] bytes(long seed) {
        byte[] block = new byte[Content.BLOCK];
        new SplittableRandom(seed).nextBytes(block);
        return block;
    }

    private static byte[] lines(long seed) {
        String line = "2026-03-04 10:15;job " + seed + ";paper jam in tray 2;retry\r\n";
        String block = line.repeat(Content.BLOCK / line.length() + 1);
        return Arrays.copyOf(block.getBytes(StandardCharsets.US_ASCII), Content.BLOCK);
    }
}
