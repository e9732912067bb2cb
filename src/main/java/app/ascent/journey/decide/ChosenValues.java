package app.ascent.journey.decide;

import app.ascent.importing.ValueChoices.Choice;
import app.ascent.migration.MigrationRefused;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The values of a form, each with its field and with what it is to become, in the same order. */
public final class ChosenValues {

    private ChosenValues() {}

    public static List<Choice> of(MultiValueMap<String, String> form) {
        List<String> entities = form.getOrDefault("entity", List.of());
        List<String> fields = form.getOrDefault("field", List.of());
        List<String> values = form.getOrDefault("value", List.of());
        List<String> targets = form.getOrDefault("target", List.of());
        if (List.of(entities.size(), fields.size(), targets.size()).stream().anyMatch(size -> size != values.size())) {
            throw new MigrationRefused.UnknownValue();
        }
        return IntStream.range(0, values.size())
                .mapToObj(row ->
                        new Choice(entities.get(row), fields.get(row), given(values.get(row)), given(targets.get(row))))
                .toList();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
