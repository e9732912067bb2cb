package app.ascent.identity.password;

import java.util.List;

/** Finds passwords that are long and yet say little: one piece over and over, or characters in the order of a keyboard. */
public final class Patterns {

    private static final int FEW_CHARACTERS = 6;

    /** A run counts as two characters, where it begins and how long it is; so many should remain. */
    private static final int ENOUGH = 8;

    private static final int SHORTEST_RUN = 3;

    private static final List<String> ROWS = List.of(
            "`1234567890-=",
            "qwertyuiop[]",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "qwertzuiopü",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/");

    private Patterns() {}

    /** Whether it is one piece over and over, perhaps with an ornament, or hardly more than one character. */
    public static boolean repeats(String password) {
        String plain = Spelling.plain(password);
        return plain.codePoints().distinct().count() < FEW_CHARACTERS
                || isPeriodic(plain)
                || isPeriodic(Spelling.withoutSeparators(plain))
                || isPeriodic(Spelling.core(plain));
    }

    /** Whether little but runs is left of it: {@code abcdefghijkl}, {@code qwerty123456}. */
    public static boolean isSequence(String password) {
        int[] characters = Spelling.plain(password).codePoints().toArray();
        int worth = 0;
        int at = 0;
        while (at < characters.length) {
            int end = endOfRun(characters, at);
            boolean run = end - at >= SHORTEST_RUN;
            worth += run ? 2 : 1;
            at = run ? end : at + 1;
        }
        return worth <= ENOUGH;
    }

    private static boolean isPeriodic(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.startsWith(text.substring(period))) {
                return true;
            }
        }
        return false;
    }

    /** The longest run from here on, of those that go on, back or along a row. */
    private static int endOfRun(int[] characters, int start) {
        int end = start + 1;
        for (int step = -1; step <= 1; step++) {
            int at = start + 1;
            while (at < characters.length && characters[at] - characters[at - 1] == step) {
                at++;
            }
            end = Math.max(end, at);
        }
        for (String row : ROWS) {
            end = Math.max(end, Math.max(along(row, 1, characters, start), along(row, -1, characters, start)));
        }
        return end;
    }

    private static int along(String row, int step, int[] characters, int start) {
        int key = row.indexOf(characters[start]);
        int at = start;
        while (key >= 0 && at < characters.length && key < row.length() && row.charAt(key) == characters[at]) {
            key += step;
            at++;
        }
        return at;
    }
}
