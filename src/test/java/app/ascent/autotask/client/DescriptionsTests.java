package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fields\":[{\"name\":\"companyType\",\"length\":\"long\"}]}",
                "{\"fields\":[{\"picklistValues\":[{\"value\":\"1\",\"isActive\":\"Y\"}]}]}",
                "{\"fields\":7}",
                "{\"fields\":null}",
            })
    void saysAtOnceThatItDoesNotKnowAForm(String body) {
        assertThatThrownBy(() -> Descriptions.fields(body))
                .isInstanceOf(UnexpectedAnswer.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fields\":[{\"name\":\"companyType\"",
                "{\"fields\":[{\"name\":",
                "{\"fields\":[{\"name\":\"a\"}",
                "{\"fields\":[]}}",
                "",
            })
    void takesHalfAnAnswerForPassingTrouble(String body) {
        assertThatThrownBy(() -> Descriptions.fields(body)).isInstanceOf(Unavailable.class);
    }

    @Test
    void passesOverNamesItDoesNotKnow() {
        assertThat(Descriptions.count("{\"queryCount\":7,\"added\":{\"later\":true}}"))
                .isEqualTo(7);
    }
}
