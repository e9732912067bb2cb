package app.ascent.importing;

import app.ascent.autotask.client.EntityQuery;
import app.ascent.autotask.client.Zone;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Scope;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What Autotask calls the records of an entity type, and what people call them. Every entity migration here is one. */
public interface AutotaskEntity {

    EntityType type();

    /** The kind of record it belongs to. */
    default EntityType kind() {
        return type().whole();
    }

    /** The types without which its records are not imported. */
    Set<EntityType> dependsOn();

    /** The types of which each record belongs to one of some, so that nothing comes of it without all of these; empty where it is no such type. */
    default Set<EntityType> hangsOn() {
        return Set.of();
    }

    List<DecidableField> decidable();

    /** The entity's name in the API's paths ({@code Companies}). */
    String path();

    /** Whether Autotask tells how many there are. */
    default boolean counted() {
        return true;
    }

    /** Whether its records stand for files, for which a scope has limits. */
    default boolean hasContent() {
        return false;
    }

    /** What an import reads of it. */
    default EntityQuery query(Scope scope) {
        return EntityQuery.of(path());
    }

    /** The kind of record it becomes, as Ascent's addresses name it ({@code clients}). */
    String becomes();

    /** The command that opens a record in Autotask's own pages, up to its id; empty where these have no page for it. */
    String pageCommand();

    /** How many records of Ascent came from a database of Autotask, by whatever run. */
    long imported(OrganizationId organization, long database);

    /** What its records in Ascent are made of. */
    Fields<?> fields();

    /** The fields of Ascent that a field of Autotask goes to. */
    Set<String> written(String sourceField);

    /** The type of its records' ids. */
    Class<?> ids();

    /** The type of the ids that stand in a field which points to others. */
    default Class<?> pointsTo(Field field) {
        return field.type();
    }

    /** Whether a field tells people something; some only say how others are to be read. */
    default boolean tells(Field field) {
        return true;
    }

    /** The fields of a record as they stand in Ascent now; empty where it is gone. */
    Optional<? extends Record> standing(OrganizationId organization, UUID target);

    /** A record's own page in Ascent; empty where it is shown on the page of the record it belongs to. */
    default Optional<String> page(UUID target) {
        return Optional.of("/" + becomes() + "/" + target);
    }

    /** A record's own page in Autotask, if it has one. */
    default Optional<String> webAddress(Zone zone, long id) {
        String command = pageCommand();
        return command.isEmpty()
                ? Optional.empty()
                : Optional.of(zone.web() + "Autotask/AutotaskExtend/ExecuteCommand.aspx?" + command + id);
    }
}
