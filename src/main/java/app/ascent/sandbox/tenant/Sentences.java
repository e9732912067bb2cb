package app.ascent.sandbox.tenant;

import java.util.List;

/** What people write: some sentences in some lines. */
final class Sentences {

    private Sentences() {}

    /** One sentence to {@code most} of them. */
    static String of(List<String> sentences, Dice dice, int most) {
        int count = 1 + dice.below(most);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.append(dice.chance(30) ? "\r\n" : " ");
            }
            text.append(dice.pick(sentences));
        }
        return text.toString();
    }
}
