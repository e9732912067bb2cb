package app.ascent.contracts.web;

import app.ascent.contracts.Contracts;
import app.ascent.contracts.Contracts.Running;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Glance;
import org.springframework.stereotype.Component;

/** How many contracts people work under, and which of them are about to end, on the first page. */
@Component
class RunningContracts implements Glance {

    private final Contracts contracts;

    RunningContracts(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public String authority() {
        return "contracts.read";
    }

    @Override
    public Shown of(OrganizationId organization) {
        Running running = contracts.running(organization);
        Note soon = running.endSoon() == 0
                ? null
                : new Note("contracts.active.end-soon", "/contracts?status=EXPIRING_SOON", running.endSoon());
        return new Shown("contract", "contracts.active", "/contracts?status=RUNNING", running.all(), soon);
    }
}
