package app.ascent.migration;

import app.ascent.migration.pipeline.EntityMigrations;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the engine has for the names that everybody else gives types and records: docs/adr/042. */
@Component
class ListedTypes {

    private final EntityMigrations entities;

    ListedTypes(EntityMigrations entities) {
        this.entities = entities;
    }

    /** The types of the engine that a list is narrowed to; null when it is not. */
    @Nullable
    List<String> of(@Nullable String kind, @Nullable String entity, @Nullable SourceId record) {
        String part = record == null ? null : record.part();
        if (kind == null && entity == null && part == null) {
            return null;
        }
        return entities.types().stream()
                .filter(type -> kind == null || entities.kind(type).name().equals(kind))
                .filter(type -> entity == null || type.whole().name().equals(entity))
                .filter(type -> record == null || entity == null && part == null || Objects.equals(type.part(), part))
                .map(EntityType::name)
                .toList();
    }

    /** @throws MigrationRefused.UnknownRecord when no record can be called that */
    SourceRef inside(String entity, SourceId listed) {
        SourceRef record = new SourceRef(new EntityType(entity), listed).inside();
        if (entities.types().contains(record.type())) {
            return record;
        }
        List<EntityType> parts = entities.parts(entity);
        if (parts.isEmpty()) {
            throw new MigrationRefused.UnknownRecord("There is no record type %s.".formatted(entity));
        }
        String known =
                parts.stream().map(EntityType::part).filter(Objects::nonNull).collect(Collectors.joining(", "));
        throw new MigrationRefused.UnknownRecord(
                known.isEmpty()
                        ? "Records of %s are named by their number alone, not %s.".formatted(entity, listed)
                        : "There is no %s among %s. They are named by their number and one of: %s."
                                .formatted(listed, entity, known));
    }
}
