package app.ascent.importing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All entities of Autotask that are imported. */
@Component
public class AutotaskEntities {

    private final List<AutotaskEntity> entities;

    AutotaskEntities(List<AutotaskEntity> entities) {
        this.entities = entities;
    }

    public List<AutotaskEntity> all() {
        return entities;
    }

    /** Their names in the API's paths. */
    public List<String> paths() {
        return entities.stream().map(AutotaskEntity::path).toList();
    }

    /** The type name of the entity with that path ({@code companies} for {@code Companies}). */
    public String typeOf(String path) {
        return entities.stream()
                .filter(entity -> entity.path().equals(path))
                .map(entity -> entity.type().name())
                .findFirst()
                .orElse(path);
    }

    public boolean isType(String name) {
        return entities.stream().anyMatch(entity -> entity.type().name().equals(name));
    }

    /** The entity that becomes that kind of record. */
    public Optional<AutotaskEntity> becoming(String kind) {
        return entities.stream().filter(entity -> entity.becomes().equals(kind)).findFirst();
    }
}
