package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.migration.staging.SentPayloads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * What the source sent of a whole type when it was last read, for those who sum it up. It comes a few thousand records at a time, each of
 * which is read in a transaction of its own and forgotten behind the next.
 */
@Service
public class SentRecords {

    private static final int AT_ONCE = 2_000;

    /** What a run made of a record. */
    public enum Became {
        STAGED,
        LOADED,
        SKIPPED,
        FAILED,
        LEFT_OUT
    }

    /** @param payload as it came; nothing that can be read where it was damaged since */
    public record Sent(SourceId id, String payload, Became became) {}

    private final SentPayloads payloads;

    SentRecords(SentPayloads payloads) {
        this.payloads = payloads;
    }

    public void each(
            OrganizationId organization, MigrationId migration, EntityType type, Consumer<List<Sent>> consumer) {
        List<UUID> runs = payloads.runs(organization, migration, type);
        long after = Long.MIN_VALUE;
        List<SentPayloads.Sent> some;
        do {
            some = payloads.behind(organization, migration, type, runs, after, AT_ONCE);
            if (!some.isEmpty()) {
                consumer.accept(some.stream()
                        .map(sent -> new Sent(
                                sent.record().id(),
                                sent.record().payload(),
                                Became.valueOf(sent.state().name())))
                        .toList());
                after = some.getLast().record().id().value();
            }
        } while (some.size() == AT_ONCE);
    }

    /** What records of a type became in Ascent, by whatever run. For types of which there are not many. */
    public Map<SourceId, TargetId> targets(
            OrganizationId organization, MigrationId migration, Source source, EntityType type) {
        Map<SourceId, TargetId> targets = new HashMap<>();
        payloads.targets(organization, migration, source.system(), source.database(), type)
                .forEach((id, target) -> targets.put(new SourceId(id), new TargetId(target)));
        return targets;
    }
}
