package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.staging.StagedLookups;
import app.ascent.migration.staging.StagedLookups.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Finds, for a whole batch at once, what its records look up. */
@Component
class LookUps {

    private static final Logger log = LoggerFactory.getLogger(LookUps.class);

    /**
     * What was found.
     *
     * @param rows by key; each key that was asked for and could be answered is there
     * @param references the records that the rows name
     */
    record Found(Map<Lookup.Key, List<?>> rows, Set<EntityType> unreadable, Set<SourceRef> references) {}

    private final LookupTables tables;
    private final StagedLookups staging;
    private final JdbcClient jdbc;

    LookUps(LookupTables tables, StagedLookups staging, JdbcClient jdbc) {
        this.tables = tables;
        this.staging = staging;
        this.jdbc = jdbc;
    }

    /** What rows look up themselves is asked for in turn, all of it at once, and nothing twice: rows may name each other. */
    Found find(RunContext run, EntityMigration<?, ?> entity, Collection<Lookup.Key> keys) {
        Map<Lookup.Key, List<?>> rows = new HashMap<>();
        Set<EntityType> unreadable = new HashSet<>();
        Set<SourceRef> references = new LinkedHashSet<>();
        Set<Lookup.Key> open = new LinkedHashSet<>(keys);
        while (!open.isEmpty()) {
            Answers answers = ask(run, entity, open);
            rows.putAll(answers.found.rows());
            unreadable.addAll(answers.found.unreadable());
            references.addAll(answers.found.references());
            open = answers.further;
            open.removeIf(key -> rows.containsKey(key) || unreadable.contains(key.type()));
        }
        return new Found(rows, unreadable, references);
    }

    private record Answers(Found found, Set<Lookup.Key> further) {}

    private Answers ask(RunContext run, EntityMigration<?, ?> entity, Set<Lookup.Key> keys) {
        Map<LookupTable<?>, Set<Long>> wanted = new HashMap<>();
        keys.forEach(key -> wanted.computeIfAbsent(tables.of(entity, key), table -> new LinkedHashSet<>())
                .add(key.value()));
        Set<EntityType> unreadable =
                unreadable(run, wanted.keySet().stream().map(LookupTable::type).toList());
        wanted.keySet().removeIf(table -> unreadable.contains(table.type()));
        Map<EntityType, List<Row>> rows = staging.rows(run, byType(wanted, false), byType(wanted, true));
        Map<Lookup.Key, List<?>> found = new HashMap<>();
        Set<Lookup.Key> further = new LinkedHashSet<>();
        Set<SourceRef> references = new LinkedHashSet<>();
        wanted.forEach((table, asked) -> {
            asked.forEach(key -> found.put(table.lookup().key(key), List.of()));
            found.putAll(answers(run, table, rows.getOrDefault(table.type(), List.of()), further, references));
        });
        return new Answers(new Found(found, unreadable, references), further);
    }

    private static Map<EntityType, Set<Long>> byType(Map<LookupTable<?>, Set<Long>> wanted, boolean byOwner) {
        Map<EntityType, Set<Long>> byType = new HashMap<>();
        wanted.forEach((table, keys) -> {
            if ((table.lookup().owner() != null) == byOwner) {
                byType.put(table.type(), keys);
            }
        });
        return byType;
    }

    /**
     * @param further gathers what the rows look up themselves
     * @param references gathers what records they name
     */
    private static <R> Map<Lookup.Key, List<?>> answers(
            RunContext run, LookupTable<R> table, List<Row> rows, Set<Lookup.Key> further, Set<SourceRef> references) {
        List<Long> keys = new ArrayList<>();
        List<R> read = new ArrayList<>();
        for (Row row : rows) {
            R parsed = parse(table.lookup(), row);
            if (parsed != null) {
                keys.add(row.key());
                read.add(parsed);
            }
        }
        read.forEach(row -> {
            further.addAll(table.lookUps(row));
            references.addAll(table.references(row));
        });
        List<R> completed = read.isEmpty() ? read : table.completed(run, read);
        Map<Lookup.Key, List<R>> answers = new HashMap<>();
        for (int at = 0; at < keys.size(); at++) {
            answers.computeIfAbsent(table.lookup().key(keys.get(at)), key -> new ArrayList<>())
                    .add(completed.get(at));
        }
        return Map.copyOf(answers);
    }

    /** A field of an odd shape is left out, and a row that cannot be read costs itself alone. */
    private static <R> @Nullable R parse(Lookup<R> lookup, Row row) {
        try {
            return Payload.read(row.payload(), lookup.row()).source();
        } catch (JacksonException unreadable) {
            // Its message quotes the row, so only where it stumbled is logged.
            log.warn(
                    "Row {} of {} could not be read: {}",
                    row.id(),
                    lookup.type(),
                    unreadable.getClass().getName());
            return null;
        }
    }

    /** Those that this run did not read to their end, or could not read at all. */
    private Set<EntityType> unreadable(RunContext run, List<EntityType> types) {
        Set<EntityType> unreadable = new HashSet<>(types);
        jdbc.sql(
                        """
                        select c.entity from migration_pull_checkpoint c
                        where c.run_id = :run and c.entity = any(:types) and c.done and not exists (
                            select from migration_notice n
                            where n.run_id = :run and n.entity = c.entity and n.code = :unreadable
                        )
                        """)
                .param("run", run.run().value())
                .param("types", types.stream().map(EntityType::name).toArray(String[]::new))
                .param("unreadable", LookupTable.UNREADABLE)
                .query(String.class)
                .list()
                .forEach(read -> unreadable.remove(new EntityType(read)));
        return Set.copyOf(unreadable);
    }
}
