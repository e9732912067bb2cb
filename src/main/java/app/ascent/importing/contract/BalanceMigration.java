package app.ascent.importing.contract;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.ContractBalanceImports;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.PartMigration;
import app.ascent.migration.spi.Afterwards;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.SourceId;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Blocks of hours, retainers and purchases of tickets become balances. */
final class BalanceMigration extends PartMigration<AutotaskBalance, BalanceFields> {

    private final BalanceKind balance;
    private final ContractBalanceImports balances;
    private final Clock clock;

    BalanceMigration(
            AutotaskSource autotask,
            String path,
            BalanceKind balance,
            ContractBalanceImports balances,
            ImportBatch batches,
            Clock clock) {
        super(autotask, BalanceMapper.TYPE, path, LineMapper.CONTRACT, balances, batches);
        this.balance = balance;
        this.balances = balances;
        this.clock = clock;
    }

    /** Behind the lines. */
    @Override
    public int place() {
        return 1;
    }

    @Override
    public Class<AutotaskBalance> payload() {
        return AutotaskBalance.class;
    }

    @Override
    public String name(AutotaskBalance source) {
        return BalanceMapper.name(balance, source);
    }

    @Override
    protected @Nullable String owner(AutotaskBalance source) {
        return source.contractID();
    }

    @Override
    public Mapped<BalanceFields> map(SourceId id, AutotaskBalance source, References references) {
        return BalanceMapper.map(balance, source, references);
    }

    @Override
    protected BalanceFields written(BalanceFields fields) {
        return BalanceFields.FIELDS.with(fields, "asOf", clock.instant());
    }

    /**
     * Autotask puts no time on a balance, so that each is known as of when it was last read: changed or not, and however long
     * ago that was when it is loaded or mapped anew.
     */
    @Override
    public List<Afterwards> afterwards() {
        return List.of((Afterwards.Pages) (run, page) -> balances.readAt(
                run.organization(),
                page.stream().collect(Collectors.toMap(each -> each.target().value(), Afterwards.Loaded::readAt))));
    }
}
