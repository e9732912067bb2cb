package app.ascent.migration.pipeline;

import app.ascent.migration.staging.Partitions;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Gives each type that this application pulls, records and look-ups, its place in staging, before the scheduler takes up a run. */
@Component
class PartitionsAtStart implements SmartInitializingSingleton {

    private final EntityMigrations entities;
    private final LookupTables lookUps;
    private final Partitions partitions;

    PartitionsAtStart(EntityMigrations entities, LookupTables lookUps, Partitions partitions) {
        this.entities = entities;
        this.lookUps = lookUps;
        this.partitions = partitions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        partitions.prepare(entities.types());
        partitions.prepare(lookUps.types());
    }
}
