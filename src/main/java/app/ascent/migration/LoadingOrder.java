package app.ascent.migration;

import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.EntityType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which entity types of a run wait for others: a record is loaded when those that it may point to are. */
@Component
public class LoadingOrder {

    private final EntityMigrations entities;

    LoadingOrder(EntityMigrations entities) {
        this.entities = entities;
    }

    /** What belongs to types of the application, in the order in which these are loaded. */
    public <T> List<T> sorted(Collection<T> all, Function<T, EntityType> type) {
        return all.stream()
                .sorted(Comparator.comparingInt(each -> entities.types().indexOf(type.apply(each))))
                .toList();
    }

    /** The type that must be done before the records of this one are loaded, all of which lie ready. */
    public Optional<String> waitsFor(RunView run, EntityProgress entity) {
        if (entity.status() != EntityStatus.LOADING) {
            return Optional.empty();
        }
        Set<EntityType> parents = entities.parts(entity.entity()).stream()
                .flatMap(part -> entities.of(part).dependsOn().stream())
                .map(EntityType::whole)
                .collect(Collectors.toSet());
        return run.entities().stream()
                .filter(other -> other.status() != EntityStatus.DONE)
                .filter(other -> !other.entity().equals(entity.entity()))
                .filter(other -> parents.contains(new EntityType(other.entity())))
                .map(EntityProgress::entity)
                .findFirst();
    }
}
