package app.ascent.journey.progress;

import java.util.Locale;

/**
 * A bar of two parts: what is handled, and what is pulled ahead of it.
 *
 * @param handled width in percent, for an SVG attribute
 * @param ahead width in percent of what comes after it
 * @param sentence the same for those who do not see it
 */
record Bar(String handled, String ahead, String sentence) {

    static Bar of(long handled, long pulled, long expected, String sentence) {
        double whole = Math.max(1, Math.max(expected, pulled));
        return new Bar(width(handled / whole), width(Math.max(0, pulled - handled) / whole), sentence);
    }

    private static String width(double share) {
        return String.format(Locale.ROOT, "%.2f", Math.clamp(100 * share, 0, 100));
    }
}
