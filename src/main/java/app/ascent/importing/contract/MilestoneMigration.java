package app.ascent.importing.contract;

import app.ascent.contracts.ContractLineImports;
import app.ascent.contracts.LineFields;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.PartMigration;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import org.jspecify.annotations.Nullable;

/** Milestones of contracts become lines. */
final class MilestoneMigration extends PartMigration<AutotaskMilestone, LineFields> {

    MilestoneMigration(AutotaskSource autotask, ContractLineImports lines, ImportBatch batches) {
        super(autotask, LineMapper.TYPE, "ContractMilestones", LineMapper.CONTRACT, lines, batches);
    }

    @Override
    public Class<AutotaskMilestone> payload() {
        return AutotaskMilestone.class;
    }

    @Override
    protected boolean hasPicklists() {
        return true;
    }

    @Override
    public String name(AutotaskMilestone source) {
        return source.called();
    }

    @Override
    protected @Nullable String owner(AutotaskMilestone source) {
        return source.contractID();
    }

    @Override
    public Mapped<LineFields> map(SourceId id, AutotaskMilestone source, References references) {
        return LineMapper.map(source, references);
    }
}
