package app.ascent.importing.contract;

import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.ContractBalanceImports;
import app.ascent.contracts.ContractLineImports;
import app.ascent.contracts.OrganizationDays;
import app.ascent.importing.AutotaskSource;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.contract.LineMapper.Sale;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What contracts consist of: each part comes from an entity of its own in Autotask. */
@Configuration(proxyBeanMethods = false)
class PartMigrations {

    private final AutotaskSource autotask;
    private final ImportBatch batches;

    PartMigrations(AutotaskSource autotask, ImportBatch batches) {
        this.autotask = autotask;
        this.batches = batches;
    }

    @Bean
    SoldLineMigration serviceLines(ContractLineImports lines, OrganizationDays days) {
        return new SoldLineMigration(autotask, "ContractServices", Sale.SERVICE, lines, batches, days);
    }

    @Bean
    SoldLineMigration bundleLines(ContractLineImports lines, OrganizationDays days) {
        return new SoldLineMigration(autotask, "ContractServiceBundles", Sale.BUNDLE, lines, batches, days);
    }

    @Bean
    MilestoneMigration milestoneLines(ContractLineImports lines) {
        return new MilestoneMigration(autotask, lines, batches);
    }

    @Bean
    BalanceMigration blocks(ContractBalanceImports balances, Clock clock) {
        return new BalanceMigration(autotask, "ContractBlocks", BalanceKind.BLOCK, balances, batches, clock);
    }

    @Bean
    BalanceMigration retainers(ContractBalanceImports balances, Clock clock) {
        return new BalanceMigration(autotask, "ContractRetainers", BalanceKind.RETAINER, balances, batches, clock);
    }

    @Bean
    BalanceMigration ticketPurchases(ContractBalanceImports balances, Clock clock) {
        return new BalanceMigration(autotask, "ContractTicketPurchases", BalanceKind.TICKETS, balances, batches, clock);
    }
}
