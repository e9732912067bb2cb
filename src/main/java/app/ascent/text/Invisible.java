package app.ascent.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Characters that show nothing, and so make two texts differ that look the same: zero-width blanks, byte order marks,
 * marks of writing direction, soft hyphens. A few of them carry meaning in their own place, and stay there.
 */
final class Invisible {

    /** Stands for the character before the first and behind the last one. */
    static final int NOTHING = -1;

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_FORM = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    /** Scripts whose letters change their form with a joiner or non-joiner between them. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MANDAIC,
            UnicodeScript.ADLAM,
            UnicodeScript.HANIFI_ROHINGYA,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.PHAGS_PA,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private Invisible() {}

    /** Whether it shows nothing and takes no room. */
    static boolean is(int point) {
        if (point < 0xAD) {
            return false;
        }
        if (Character.getType(point) == Character.FORMAT) {
            return !isSeenAllTheSame(point);
        }
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x2065
                || point == 0x3164
                || point == 0xFFA0
                || isBetween(point, 0x180B, 0x180F)
                || isBetween(point, 0xFE00, EMOJI_FORM)
                || isBetween(point, 0xFFF0, 0xFFF8)
                || isBetween(point, 0xE0000, 0xE0FFF);
    }

    /** Arabic number signs and the like, which Unicode counts among the invisible ones, and hieroglyphs in a square. */
    private static boolean isSeenAllTheSame(int point) {
        return isBetween(point, 0x0600, 0x0605)
                || point == 0x06DD
                || point == 0x070F
                || isBetween(point, 0x0890, 0x0891)
                || point == 0x08E2
                || point == 0x110BD
                || point == 0x110CD
                || isBetween(point, 0x13430, 0x1345F);
    }

    /** Whether it means something between these two: a joiner in a Persian word, what makes one emoji of several. */
    static boolean matters(int before, int point, int next) {
        if (before == NOTHING) {
            return false;
        }
        return switch (point) {
            case NON_JOINER -> joins(before, next);
            case JOINER -> joins(before, next) || isEmoji(before) && isEmoji(next);
            case 0x115F, 0x1160 -> isBetween(before, 0x1100, 0x11FF) || isBetween(next, 0x1100, 0x11FF);
            default -> isVariantOf(before, point, next);
        };
    }

    private static boolean joins(int before, int next) {
        if (!isOfJoiningScript(before)) {
            return false;
        }
        int type = Character.getType(before);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return isOfJoiningScript(next) || mark;
    }

    private static boolean isOfJoiningScript(int point) {
        return point != NOTHING && JOINING.contains(UnicodeScript.of(point));
    }

    private static boolean isVariantOf(int before, int point, int next) {
        if (isBetween(point, 0xFE00, EMOJI_FORM)) {
            return next == KEYCAP || isEmoji(before) || Character.isIdeographic(before) || isOfJoiningScript(before);
        }
        if (isBetween(point, 0x180B, 0x180F)) {
            return UnicodeScript.of(before) == UnicodeScript.MONGOLIAN;
        }
        if (isBetween(point, 0xE0100, 0xE01EF)) {
            return Character.isIdeographic(before);
        }
        // The flag of Scotland is a black flag with a tail of these.
        return isTag(point) && (before == 0x1F3F4 || isTag(before));
    }

    private static boolean isTag(int point) {
        return isBetween(point, 0xE0020, 0xE007F);
    }

    /** Digits, which may be one as well, are not meant. */
    private static boolean isEmoji(int point) {
        return point > 0x7F
                && (point == EMOJI_FORM
                        || Character.isEmoji(point)
                        || Character.isEmojiModifier(point)
                        || Character.isExtendedPictographic(point));
    }

    private static boolean isBetween(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
