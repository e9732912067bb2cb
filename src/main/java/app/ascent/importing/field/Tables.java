package app.ascent.importing.field;

import app.ascent.identity.UserId;
import app.ascent.migration.spi.Lookup;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What records of several kinds look up in Autotask: what things are called there, and who of its people is a member here. */
public final class Tables {

    public static final Lookup<Country> COUNTRIES = Lookup.byId("Countries", Country.class);
    public static final Lookup<Resource> RESOURCES = Lookup.byId("Resources", Resource.class);
    public static final Lookup<Category> CATEGORIES = Lookup.byId("CompanyCategories", Category.class);
    public static final Lookup<Currency> CURRENCIES = Lookup.byId("Currencies", Currency.class);

    private Tables() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Country(@Nullable String displayName, @Nullable String name) implements Named {

        @Override
        public @Nullable String label() {
            return firstText(displayName, name);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Category(@Nullable String name, @Nullable String nickname) implements Named {

        @Override
        public @Nullable String label() {
            return firstText(name, nickname);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Currency(@Nullable String name, @Nullable String description) implements Named {

        @Override
        public @Nullable String label() {
            return firstText(name, description);
        }
    }

    /** @param member whom of the organization it is, as far as an e-mail address tells; Autotask does not say it */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Resource(
            @Nullable String id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String userName,
            @Nullable String email,
            @JsonIgnore @Nullable UserId member)
            implements Named {

        @Override
        public String label() {
            String name = Stream.of(firstName, lastName)
                    .map(Text::name)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            String otherwise = firstText(userName, email);
            return !name.isEmpty() ? name : otherwise == null ? "Resource " + Value.listed(id) : otherwise;
        }

        public Resource with(@Nullable UserId known) {
            return new Resource(id, firstName, lastName, userName, email, known);
        }
    }

    /** The rows that a record names in some of its fields. */
    public static Stream<Lookup.Key> keys(Lookup<?> table, @Nullable String... fields) {
        return Arrays.stream(fields).flatMap(field -> table.key(Value.id(field)));
    }

    private static @Nullable String firstText(@Nullable String one, @Nullable String other) {
        String text = Text.name(one);
        return text == null ? Text.name(other) : text;
    }
}
