package app.ascent.migration.pipeline;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.staging.KeptCounts;
import app.ascent.migration.staging.StagedRecord;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;

/** Finds out what records count that no run has told it of: those that an earlier release mapped, and those that wait for their turn. */
@Component
public class Counting {

    private static final int AT_ONCE = 2_000;

    private final EntityMigrations entities;
    private final KeptCounts counts;
    private final TransactionOperations transactions;

    Counting(EntityMigrations entities, KeptCounts counts, TransactionOperations transactions) {
        this.entities = entities;
        this.counts = counts;
        this.transactions = transactions;
    }

    /** Some at a time, each of them once: whoever asks next finds them counted. */
    public void complete(OrganizationId organization, MigrationId migration, EntityType type, List<UUID> runs) {
        complete(organization, migration, entities.of(type), runs);
    }

    private <S> void complete(
            OrganizationId organization, MigrationId migration, EntityMigration<S, ?> entity, List<UUID> runs) {
        Function<S, Counts> counting = entity.counting(organization);
        if (counting == null) {
            throw new IllegalStateException("Nothing is summed up of " + entity.type());
        }
        long after = Long.MIN_VALUE;
        List<StagedRecord> some;
        do {
            some = counts.missing(organization, migration, entity.type(), runs, after, AT_ONCE);
            if (!some.isEmpty()) {
                List<StagedRecord> found = some;
                transactions.executeWithoutResult(status -> counts.put(
                        organization,
                        migration,
                        entity.type(),
                        found,
                        found.stream()
                                .map(record -> counts(entity, record, counting))
                                .toList()));
                after = some.getLast().id().value();
            }
        } while (some.size() == AT_ONCE);
    }

    private static <S> Counts counts(EntityMigration<S, ?> entity, StagedRecord record, Function<S, Counts> counting) {
        try {
            return counting.apply(
                    Payload.read(record.payload(), entity.payload()).source());
        } catch (JacksonException unreadable) {
            return Counts.NOTHING; // the run that loads it says so
        }
    }
}
