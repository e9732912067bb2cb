package app.ascent.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/** Proves that whoever sets Ascent up may read its log. Eighty random bits, easy to type. */
final class SetupCode {

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;
    private static final int LONG = 24;
    private static final int GROUP = 4;

    private final String characters;

    private SetupCode(String characters) {
        this.characters = characters;
    }

    static SetupCode random() {
        return random(LENGTH);
    }

    /** For what is kept as a plain hash: 120 bits. */
    static SetupCode longRandom() {
        return random(LONG);
    }

    private static SetupCode random(int length) {
        StringBuilder code = new StringBuilder();
        new SecureRandom().ints(length, 0, ALPHABET.length()).forEach(index -> code.append(ALPHABET.charAt(index)));
        return new SetupCode(code.toString());
    }

    /** However it was typed; compared in a time that tells nothing of how far it was right. */
    boolean matches(String presented) {
        String typed = presented.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return MessageDigest.isEqual(bytes(typed), bytes(characters));
    }

    /** As it is printed to the log, in groups. */
    String printed() {
        return characters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
