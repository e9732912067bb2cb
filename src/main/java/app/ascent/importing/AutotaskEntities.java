package app.ascent.importing;

import app.ascent.autotask.Wanted;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All entities of Autotask that are imported, in the order in which they are. */
public class AutotaskEntities {

    private final List<AutotaskEntity> entities;
    private final List<LookupTable<?>> lookups;

    public AutotaskEntities(List<AutotaskEntity> entities, List<LookupTable<?>> lookups) {
        this.entities = entities;
        this.lookups = lookups;
    }

    public List<AutotaskEntity> all() {
        return entities;
    }

    /** How many more are read to look something up in them. */
    public int lookups() {
        return lookups.size();
    }

    /** Those that an import takes, and what they need to look things up. */
    public AutotaskEntities within(Scope scope) {
        List<AutotaskEntity> taken =
                entities.stream().filter(entity -> scope.takes(entity.kind())).toList();
        Set<EntityType> types = taken.stream()
                .flatMap(entity -> Stream.of(entity.type(), entity.type().whole()))
                .collect(Collectors.toSet());
        return new AutotaskEntities(
                taken,
                lookups.stream()
                        .filter(lookup -> lookup.neededBy().stream().anyMatch(types::contains))
                        .toList());
    }

    /** The kinds, by name, of which nothing comes without some others, each with these. */
    public Map<String, Set<String>> hanging() {
        Map<String, Set<String>> hanging = new LinkedHashMap<>();
        entities.forEach(entity -> entity.hangsOn()
                .forEach(type -> hanging.computeIfAbsent(entity.kind().name(), kind -> new LinkedHashSet<>())
                        .add(kindOf(type.name()))));
        return hanging;
    }

    /** What a connection test asks about. */
    List<Wanted> wanted() {
        return entities.stream()
                .map(entity -> new Wanted(
                        entity.path(),
                        lostWith(entity.path()).size()
                                == entities.stream()
                                        .map(each -> each.type().whole())
                                        .distinct()
                                        .count(),
                        entity.counted()))
                .toList();
    }

    /**
     * The types, by name, that are not imported where the entity with that path cannot be read: its own and those that
     * depend on it, however far. Of a type that is read from several entities the others are imported.
     */
    public List<String> lostWith(String path) {
        Set<EntityType> lost = new LinkedHashSet<>();
        entities.stream()
                .filter(entity -> entity.path().equalsIgnoreCase(path))
                .forEach(entity -> lost.add(entity.type()));
        boolean more = !lost.isEmpty();
        while (more) {
            more = lost.addAll(entities.stream()
                    .filter(entity -> lost.stream()
                            .anyMatch(type -> entity.dependsOn().contains(type)
                                    || entity.dependsOn().contains(type.whole())))
                    .map(AutotaskEntity::type)
                    .toList());
        }
        return lost.stream().map(type -> type.whole().name()).distinct().toList();
    }

    /** The type name of the entity with that path ({@code companies} for {@code Companies}), however it is written. */
    public String typeOf(String path) {
        return entities.stream()
                .filter(entity -> entity.path().equalsIgnoreCase(path))
                .map(entity -> entity.type().whole().name())
                .findFirst()
                .orElse(path);
    }

    /** Whether its type is read from others, too. */
    public boolean isPart(String path) {
        return entities.stream()
                .anyMatch(entity ->
                        entity.path().equalsIgnoreCase(path) && entity.type().part() != null);
    }

    /** How many records of Ascent came from a database, by type name. */
    Map<String, Long> imported(OrganizationId organization, long database) {
        Map<String, Long> counts = new LinkedHashMap<>();
        entities.forEach(entity ->
                counts.merge(entity.type().whole().name(), entity.imported(organization, database), Long::sum));
        return counts;
    }

    /** The entity a record came from: of a type that is read from several, its id says which. */
    public Optional<AutotaskEntity> of(String type, SourceId record) {
        EntityType part = new SourceRef(new EntityType(type), record).inside().type();
        return entities.stream().filter(entity -> entity.type().equals(part)).findFirst();
    }

    /** The kind of record a type belongs to; a type of another release is a kind of its own. */
    public String kindOf(String type) {
        return of(type).map(entity -> entity.kind().name()).findFirst().orElse(type);
    }

    /** Whether a kind has several types. */
    public boolean isParted(String kind) {
        return entities.stream()
                        .filter(entity -> entity.kind().name().equals(kind))
                        .map(entity -> entity.type().whole())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether the Owner chooses what the values of a field become. */
    public boolean isDecidable(String type, String field) {
        return of(type).flatMap(entity -> entity.decidable().stream())
                .anyMatch(decidable -> decidable.field().equals(field));
    }

    public boolean isType(String name) {
        return of(name).findAny().isPresent();
    }

    private Stream<AutotaskEntity> of(String type) {
        return entities.stream().filter(entity -> entity.type().whole().name().equals(type));
    }

    /** The entity that becomes that kind of record. */
    public Optional<AutotaskEntity> becoming(String kind) {
        return entities.stream().filter(entity -> entity.becomes().equals(kind)).findFirst();
    }
}
