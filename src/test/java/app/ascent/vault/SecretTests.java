package app.ascent.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class SecretTests {

    private static final String MARKED = "marked-secret";

    private record Holder(String name, Secret secret) {}

    @ParameterizedTest
    @ValueSource(strings = {MARKED, "", "ümlaut 😀\u0000"})
    void showsItselfWhenAsked(String value) {
        assertThat(new Secret(value).reveal()).isEqualTo(value);
    }

    @Test
    void printsAsAMaskThatTellsNotEvenItsLength() {
        assertThat(new Secret(MARKED)).hasToString(new Secret("other, longer secret").toString());
        assertThat(new Holder("x", new Secret(MARKED)).toString()).doesNotContain(MARKED);
    }

    @Test
    void equalsOnlyItself() {
        Secret secret = new Secret(MARKED);

        assertThat(secret).isEqualTo(secret).isNotEqualTo(new Secret(MARKED));
    }

    @Test
    void isNotWrittenToJson() {
        String json;
        try {
            json = JsonMapper.builder().build().writeValueAsString(new Holder("x", new Secret(MARKED)));
        } catch (JacksonException refused) {
            json = String.valueOf(refused.getMessage());
        }

        assertThat(json).doesNotContain(MARKED);
    }

    @Test
    void isNotSerializable() {
        assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
    }

    /** What a heap dump would show. */
    @Test
    void holdsNoPlainTextInItsFields() throws IllegalAccessException {
        Secret secret = new Secret(MARKED);

        for (Field field : Secret.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(secret);
            String seen = value instanceof byte[] bytes
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : String.valueOf(value);
            assertThat(seen).as(field.getName()).doesNotContain(MARKED);
        }
    }
}
