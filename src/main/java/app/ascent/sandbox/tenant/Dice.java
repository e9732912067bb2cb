package app.ascent.sandbox.tenant;

import java.util.List;

/** Random choices that are the same on every machine for the same seed, topic and index. Not for threads to share. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed, String topic, long index) {
        this.state = mix(seed ^ mix(topic.hashCode() * GOLDEN ^ mix(index)));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    int below(int bound) {
        state += GOLDEN;
        return (int) ((mix(state) >>> 33) % bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** A number between 0 and 1. */
    double fraction() {
        return below(1 << 24) / (double) (1 << 24);
    }

    /** Replaces {@code #} by digits, {@code ?} by letters and {@code %} by a house number. */
    String fill(String pattern) {
        var filled = new StringBuilder(pattern.length() + 4);
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            switch (letter) {
                case '#' -> filled.append((char) ('0' + below(10)));
                case '?' -> filled.append("ABDEFGHJLNPQRSTUWXYZ".charAt(below(20)));
                case '%' -> filled.append(1 + below(138));
                default -> filled.append(letter);
            }
        }
        return filled.toString();
    }
}
