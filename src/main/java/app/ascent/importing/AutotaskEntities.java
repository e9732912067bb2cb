package app.ascent.importing;

import app.ascent.identity.OrganizationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The type name of the entity with that path ({@code companies} for {@code Companies}), however it is written. */
    public String typeOf(String path) {
        return entities.stream()
                .filter(entity -> entity.path().equalsIgnoreCase(path))
                .map(entity -> entity.type().name())
                .findFirst()
                .orElse(path);
    }

    /** How many records of Ascent came from a database, by type name. */
    Map<String, Long> imported(OrganizationId organization, long database) {
        Map<String, Long> counts = new LinkedHashMap<>();
        entities.forEach(entity -> counts.put(entity.type().name(), entity.imported(organization, database)));
        return counts;
    }

    public Optional<AutotaskEntity> of(String type) {
        return entities.stream()
                .filter(entity -> entity.type().name().equals(type))
                .findFirst();
    }

    public boolean isType(String name) {
        return of(name).isPresent();
    }

    /** The entity that becomes that kind of record. */
    public Optional<AutotaskEntity> becoming(String kind) {
        return entities.stream().filter(entity -> entity.becomes().equals(kind)).findFirst();
    }
}
