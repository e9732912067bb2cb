package app.ascent.journey.inbox;

import app.ascent.autotask.client.Zone;
import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.AutotaskEntity;
import app.ascent.migration.Reports.RecordView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a record can be looked at: in Autotask's own pages, and in Ascent. */
@Component
class SourceAddresses {

    private static final String COMMAND = "Autotask/AutotaskExtend/ExecuteCommand.aspx?";

    private final AutotaskEntities entities;

    SourceAddresses(AutotaskEntities entities) {
        this.entities = entities;
    }

    /** The zone names the web address, so this follows the tenant wherever it lives. */
    Optional<String> inAutotask(Zone zone, RecordView found) {
        return entity(found).map(entity -> zone.web() + COMMAND + entity.pageCommand() + found.sourceId());
    }

    Optional<String> inAscent(RecordView found) {
        return Optional.ofNullable(found.targetId())
                .flatMap(target -> entity(found).map(entity -> "/" + entity.becomes() + "/" + target));
    }

    /** The kind of record it became, as Ascent's addresses name it. */
    Optional<String> kind(RecordView found) {
        return entity(found).map(AutotaskEntity::becomes);
    }

    private Optional<AutotaskEntity> entity(RecordView found) {
        return entities.all().stream()
                .filter(entity -> entity.type().name().equals(found.entity()))
                .findFirst();
    }
}
