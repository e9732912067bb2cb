package app.ascent.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.web.Texts.Part;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class TextsTests {

    private final Texts texts = new Texts(messages());

    private static StaticMessageSource messages() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("sum", Locale.ENGLISH, "*{0}* of *{1}* records");
        messages.addMessage("plain", Locale.ENGLISH, "Nothing was left out.");
        return messages;
    }

    @Test
    void makesStrongWhatStandsBetweenAsterisks() {
        assertThat(texts.rich("sum", "3", "4"))
                .containsExactly(
                        new Part("3", true), new Part(" of ", false), new Part("4", true), new Part(" records", false));
    }

    @Test
    void leavesAPlainSentencePlain() {
        assertThat(texts.rich("plain")).containsExactly(new Part("Nothing was left out.", false));
        assertThat(texts.say("plain")).isEqualTo("Nothing was left out.");
    }

    @Test
    void takesTheOtherWordWhereABundleHasNone() {
        assertThat(texts.sayOr("missing", "SOMETHING")).isEqualTo("SOMETHING");
        assertThat(texts.sayOr("plain", "SOMETHING")).isEqualTo("Nothing was left out.");
    }
}
