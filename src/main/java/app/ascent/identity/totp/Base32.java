package app.ascent.identity.totp;

/** The alphabet in which authenticator apps take secrets (RFC 4648), without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int filled = 0;
        for (byte b : bytes) {
            buffer = buffer << Byte.SIZE | b & 0xff;
            filled += Byte.SIZE;
            while (filled >= BITS) {
                filled -= BITS;
                text.append(ALPHABET.charAt(buffer >> filled & 31));
            }
            buffer &= (1 << filled) - 1;
        }
        return filled == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << BITS - filled & 31)).toString();
    }

    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int filled = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("No letter of base 32");
            }
            buffer = buffer << BITS | value;
            filled += BITS;
            if (filled >= Byte.SIZE) {
                filled -= Byte.SIZE;
                bytes[at++] = (byte) (buffer >> filled);
            }
            buffer &= (1 << filled) - 1;
        }
        return bytes;
    }
}
