package app.ascent.importing;

import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import java.util.List;

/** What Autotask calls the records of an entity type, and what people call them. Every entity migration here is one. */
public interface AutotaskEntity {

    EntityType type();

    List<DecidableField> decidable();

    /** The entity's name in the API's paths ({@code Companies}). */
    String path();

    /** The kind of record it becomes, as Ascent's addresses name it ({@code clients}). */
    String becomes();

    /** The command that opens a record in Autotask's own pages, up to its id. */
    String pageCommand();
}
