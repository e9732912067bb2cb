package app.ascent.importing.company;

import app.ascent.autotask.client.EntityPage;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.field.EmailAddress;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.RunContext;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Reads the small tables that records of every type point to: countries, categories and currencies by name, and people who
 * may be members. Their rows are read as records are: a field of an odd shape is left out, and a row that cannot be read
 * costs itself alone.
 */
@Component
class ReferenceTables {

    private static final Logger log = LoggerFactory.getLogger(ReferenceTables.class);

    /** A row of a table that only names things; each table uses some of the fields. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Named(
            @Nullable String displayName,
            @Nullable String name,
            @Nullable String nickname,
            @Nullable String description,
            @Nullable String isActive) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Resource(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String userName,
            @Nullable String email,
            @Nullable String isActive) {}

    private final AutotaskSource autotask;
    private final Users users;

    ReferenceTables(AutotaskSource autotask, Users users) {
        this.autotask = autotask;
        this.users = users;
    }

    /** A table that cannot be had is absent: one call each, and the import does without those that are refused. */
    Dictionary read(RunContext run) throws InterruptedException {
        Map<String, Map<String, Dictionary.Entry>> tables = new LinkedHashMap<>();
        named(run, FieldReading.COUNTRIES, row -> firstText(row.displayName(), row.name()), tables);
        named(run, FieldReading.CATEGORIES, row -> firstText(row.name(), row.nickname()), tables);
        named(run, FieldReading.CURRENCIES, row -> firstText(row.name(), row.description()), tables);
        autotask.all(run, FieldReading.RESOURCES)
                .ifPresent(items -> tables.put(FieldReading.RESOURCES, resources(run, items)));
        return new Dictionary(tables);
    }

    private void named(
            RunContext run,
            String table,
            Function<Named, @Nullable String> label,
            Map<String, Map<String, Dictionary.Entry>> tables)
            throws InterruptedException {
        Optional<List<EntityPage.Item>> items = autotask.all(run, table);
        if (items.isEmpty()) {
            return;
        }
        Map<String, Dictionary.Entry> entries = new LinkedHashMap<>();
        rows(table, items.get(), Named.class).forEach((id, row) -> {
            String called = label.apply(row);
            if (called != null) {
                put(entries, id, called, row.isActive(), null);
            }
        });
        tables.put(table, entries);
    }

    /** People who left Autotask count, too: their companies may still be looked after by the member of that name. */
    private Map<String, Dictionary.Entry> resources(RunContext run, List<EntityPage.Item> items) {
        Map<Long, Resource> resources = rows(FieldReading.RESOURCES, items, Resource.class);
        List<String> emails = resources.values().stream()
                .map(ReferenceTables::email)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, UserId> members = users.activeByEmail(run.organization(), emails);
        Map<String, Dictionary.Entry> entries = new LinkedHashMap<>();
        resources.forEach((id, resource) -> {
            String email = email(resource);
            UserId member = email == null ? null : members.get(email);
            put(entries, id, name(id, resource), resource.isActive(), member == null ? null : member.toString());
        });
        return entries;
    }

    private static <R> Map<Long, R> rows(String table, List<EntityPage.Item> items, Class<R> type) {
        Map<Long, R> rows = new LinkedHashMap<>();
        for (EntityPage.Item item : items) {
            try {
                rows.put(item.id(), Payload.read(item.json(), type).source());
            } catch (JacksonException unreadable) {
                // Its message quotes the row, so only where it stumbled is logged.
                log.warn(
                        "Row {} of {} could not be read: {}",
                        item.id(),
                        table,
                        unreadable.getClass().getName());
            }
        }
        return rows;
    }

    private static void put(
            Map<String, Dictionary.Entry> entries,
            long id,
            String label,
            @Nullable String active,
            @Nullable String target) {
        String value = Long.toString(id);
        entries.put(
                value, new Dictionary.Entry(value, label, !Boolean.FALSE.equals(Value.flag(active)), false, target));
    }

    private static @Nullable String email(Resource resource) {
        return EmailAddress.in(resource.email())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    private static String name(long id, Resource resource) {
        String name = Stream.of(resource.firstName(), resource.lastName())
                .map(Text::name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String fallback = firstText(resource.userName(), resource.email());
        return !name.isEmpty() ? name : fallback == null ? "Resource " + id : fallback;
    }

    private static @Nullable String firstText(@Nullable String one, @Nullable String other) {
        String text = Text.name(one);
        return text == null ? Text.name(other) : text;
    }
}
