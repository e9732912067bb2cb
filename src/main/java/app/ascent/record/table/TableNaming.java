package app.ascent.record.table;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Naming;
import app.ascent.record.field.Ids;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Tells what records of one kind are called, by their fields.
 *
 * @param name a record's, made of its fields
 */
public record TableNaming<I, F extends Record>(
        JdbcClient jdbc, RecordTable<F> table, Class<I> ids, Function<F, String> name) implements Naming<I> {

    @Override
    public Map<I, String> names(OrganizationId organization, Collection<I> ids) {
        Ids<I> type = Ids.of(this.ids);
        Map<I, String> names = new HashMap<>();
        jdbc.sql("select c.id, %s from unnest(:ids) asked (id) cross join %s c"
                        .formatted(
                                table.columns().selected(),
                                PageQuery.lookup(table.records(), ":organization", "asked.id")))
                .param("organization", organization.value())
                .param(
                        "ids",
                        new SqlArrayValue("uuid", ids.stream().map(type::value).toArray()))
                .query(row -> {
                    names.put(
                            type.of(row.getObject("id", UUID.class)),
                            name.apply(table.fields().read(row)));
                });
        return names;
    }
}
