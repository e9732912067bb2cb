package app.ascent.migration.pipeline;

import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The entity types of this application, each behind those it depends on. They are asked for late: an entity type may
 * itself need the engine's door, to count its calls.
 */
@Component
public class EntityMigrations implements SmartInitializingSingleton {

    private final SingletonSupplier<List<EntityMigration<?, ?>>> inOrder;

    public EntityMigrations(ObjectProvider<EntityMigration<?, ?>> known) {
        this.inOrder = SingletonSupplier.of(() -> sort(known.stream().toList()));
    }

    /** An application whose entity types do not fit together must not start. */
    @Override
    public void afterSingletonsInstantiated() {
        inOrder();
    }

    /** In loading order. */
    public List<EntityMigration<?, ?>> inOrder() {
        return inOrder.obtain();
    }

    public List<EntityType> types() {
        return inOrder().stream().<EntityType>map(EntityMigration::type).toList();
    }

    public EntityMigration<?, ?> of(EntityType type) {
        return inOrder().stream()
                .filter(entity -> entity.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no entity type " + type));
    }

    static List<EntityMigration<?, ?>> sort(List<EntityMigration<?, ?>> known) {
        Set<EntityType> types = new HashSet<>();
        for (EntityMigration<?, ?> entity : known) {
            if (!types.add(entity.type())) {
                throw new IllegalStateException("Two entity types are named " + entity.type());
            }
        }
        List<EntityMigration<?, ?>> open = new ArrayList<>(known);
        open.sort(Comparator.comparing(EntityMigration::type));
        Set<EntityType> placed = new HashSet<>();
        List<EntityMigration<?, ?>> sorted = new ArrayList<>();
        while (!open.isEmpty()) {
            EntityMigration<?, ?> next = open.stream()
                    .filter(entity -> placed.containsAll(entity.dependsOn()))
                    .findFirst()
                    .orElseThrow(() -> unplaceable(open, types));
            open.remove(next);
            placed.add(next.type());
            sorted.add(next);
        }
        return List.copyOf(sorted);
    }

    private static IllegalStateException unplaceable(List<EntityMigration<?, ?>> open, Set<EntityType> types) {
        Set<EntityType> unknown = open.stream()
                .flatMap(entity -> entity.dependsOn().stream())
                .filter(type -> !types.contains(type))
                .collect(Collectors.toSet());
        return new IllegalStateException(
                unknown.isEmpty()
                        ? "Entity types depend on each other in a circle: "
                                + open.stream().map(EntityMigration::type).toList()
                        : "Entity types that do not exist are depended on: " + unknown);
    }
}
