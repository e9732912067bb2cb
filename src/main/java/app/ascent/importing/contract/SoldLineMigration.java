package app.ascent.importing.contract;

import app.ascent.contracts.ContractLineImports;
import app.ascent.contracts.LineFields;
import app.ascent.contracts.OrganizationDays;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.PartMigration;
import app.ascent.importing.contract.LineMapper.Sale;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Services and bundles of services of contracts become lines. */
final class SoldLineMigration extends PartMigration<AutotaskLine, LineFields> {

    private final Sale sale;
    private final OrganizationDays days;

    SoldLineMigration(
            AutotaskSource autotask,
            String path,
            Sale sale,
            ContractLineImports lines,
            ImportBatch batches,
            OrganizationDays days) {
        super(autotask, LineMapper.TYPE, path, LineMapper.CONTRACT, lines, batches);
        this.sale = sale;
        this.days = days;
    }

    @Override
    public Class<AutotaskLine> payload() {
        return AutotaskLine.class;
    }

    @Override
    public Dictionary dictionary(RunContext run) throws InterruptedException {
        return super.dictionary(run).and(RunDay.table(days.today(run.organization())));
    }

    @Override
    public Set<String> indispensableTables() {
        return RunDay.TABLES;
    }

    @Override
    public String name(AutotaskLine source) {
        return sale.name(source);
    }

    @Override
    protected @Nullable String owner(AutotaskLine source) {
        return source.contractID();
    }

    @Override
    public List<Lookup.Key> lookUps(AutotaskLine source) {
        return sale.lookUps(source);
    }

    @Override
    public Mapped<LineFields> map(SourceId id, AutotaskLine source, References references) {
        return LineMapper.map(sale, source, references);
    }
}
