package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Pulled;
import app.ascent.migration.spi.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The entity types of this application, each behind those it depends on. */
@Component
public class EntityMigrations {

    /**
     * The waves of a run in which a type comes.
     *
     * @param first the number of the first one
     * @param filters one for each, by names that only the type understands
     */
    record Waves(int first, List<String> filters) {

        /** With which all has come that the run takes of the type. */
        int last() {
            return first + filters.size() - 1;
        }
    }

    private final List<EntityMigration<?, ?>> inOrder;

    /** An application whose entity types do not fit together must not start. */
    public EntityMigrations(List<EntityMigration<?, ?>> known) {
        this.inOrder = sort(known);
    }

    /** In loading order. */
    public List<EntityMigration<?, ?>> inOrder() {
        return inOrder;
    }

    /** Those that an import takes. */
    public List<EntityMigration<?, ?>> within(Scope scope) {
        return inOrder().stream().filter(entity -> scope.takes(entity.kind())).toList();
    }

    /**
     * No type is at its end before those it depends on are: its records would miss what they belong to. So one that comes in
     * fewer waves than they do comes with the later ones, and one that follows them behind their last.
     */
    Waves waves(Pulled type, Scope scope) {
        List<String> filters = type.waves(scope);
        int last = within(scope).stream()
                .filter(other -> type instanceof EntityMigration<?, ?> entity && depends(entity, other.type()))
                .mapToInt(other -> waves(other, scope).last())
                .max()
                .orElse(-1);
        return new Waves(type.follows() ? last + 1 : Math.max(0, last - filters.size() + 1), filters);
    }

    public List<EntityType> types() {
        return inOrder().stream().<EntityType>map(EntityMigration::type).toList();
    }

    /** All types by their names outside of the engine, those of a kind as its first one is loaded. */
    public List<EntityType> wholes() {
        return types().stream().map(EntityType::whole).distinct().toList();
    }

    /** What the engine has of a type: itself, its parts, or nothing. */
    public List<EntityType> parts(String whole) {
        return types().stream()
                .filter(type -> type.whole().name().equals(whole))
                .toList();
    }

    /** In loading order of their first types. */
    public List<EntityType> kinds() {
        return inOrder().stream()
                .<EntityType>map(EntityMigration::kind)
                .distinct()
                .toList();
    }

    /** The kind of a type, which an earlier release may have known and this one does not. */
    public EntityType kind(EntityType type) {
        return inOrder().stream()
                .filter(entity -> entity.type().whole().equals(type.whole()))
                .<EntityType>map(EntityMigration::kind)
                .findFirst()
                .orElse(type.whole());
    }

    /** Whether records of the one may need some of the other; who names a type means all its parts. */
    public static boolean depends(EntityMigration<?, ?> entity, EntityType on) {
        return names(entity.dependsOn(), on);
    }

    /** Whether records of the one are nothing without some of the other. */
    static boolean needs(EntityMigration<?, ?> entity, EntityType other) {
        return names(entity.needs(), other);
    }

    private static boolean names(Set<EntityType> types, EntityType type) {
        return types.contains(type) || types.contains(type.whole());
    }

    public EntityMigration<?, ?> of(EntityType type) {
        return inOrder().stream()
                .filter(entity -> entity.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no entity type " + type));
    }

    static List<EntityMigration<?, ?>> sort(List<EntityMigration<?, ?>> known) {
        Set<EntityType> types = typesOf(known);
        List<EntityMigration<?, ?>> open = new ArrayList<>(known);
        open.sort(Comparator.<EntityMigration<?, ?>, EntityType>comparing(EntityMigration::kind)
                .thenComparing(EntityMigration::place)
                .thenComparing(EntityMigration::type));
        List<EntityMigration<?, ?>> sorted = new ArrayList<>();
        while (!open.isEmpty()) {
            EntityMigration<?, ?> next = open.stream()
                    .filter(entity -> open.stream().noneMatch(other -> depends(entity, other.type())))
                    .min(Comparator.comparing(entity -> !goesOn(sorted, entity)))
                    .orElseThrow(() -> new IllegalStateException("Entity types depend on each other in a circle: "
                            + open.stream().map(EntityMigration::type).toList()));
            open.remove(next);
            sorted.add(next);
        }
        Set<EntityType> unknown = sorted.stream()
                .flatMap(entity -> entity.dependsOn().stream())
                .filter(type -> !types.contains(type))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Entity types that do not exist are depended on: " + unknown);
        }
        return List.copyOf(sorted);
    }

    /** The types of a kind stand together where they can: what a contract consists of, not behind assets that name contracts. */
    private static boolean goesOn(List<EntityMigration<?, ?>> sorted, EntityMigration<?, ?> next) {
        return !sorted.isEmpty() && sorted.getLast().kind().equals(next.kind());
    }

    /** All types that can be depended on: each, and what it is a part of. */
    private static Set<EntityType> typesOf(List<EntityMigration<?, ?>> known) {
        Set<EntityType> types = new HashSet<>();
        for (EntityMigration<?, ?> entity : known) {
            if (!types.add(entity.type())) {
                throw new IllegalStateException("Two entity types are named " + entity.type());
            }
        }
        Map<EntityType, EntityType> kinds = new HashMap<>();
        for (EntityMigration<?, ?> entity : known) {
            EntityType whole = entity.type().whole();
            if (entity.type().part() != null && types.contains(whole)) {
                throw new IllegalStateException(entity.type() + " is a part of a type that has none");
            }
            if (!kinds.computeIfAbsent(whole, type -> entity.kind()).equals(entity.kind())) {
                throw new IllegalStateException("Parts of " + whole + " are of different kinds");
            }
        }
        types.addAll(kinds.keySet());
        return types;
    }
}
