package app.ascent.dashboard.web;

import app.ascent.audit.Audit;
import app.ascent.audit.AuditEntry;
import app.ascent.audit.AuditFilter;
import app.ascent.crm.Clients;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Role;
import app.ascent.identity.SignedInUser;
import app.ascent.migration.MigrationView;
import app.ascent.migration.Migrations;
import app.ascent.record.Arrivals;
import app.ascent.record.Arrivals.Arrival;
import app.ascent.record.page.FirstPageCards;
import app.ascent.record.page.Glance;
import app.ascent.record.page.Glances;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what there is, what the last migration did, and what has happened since. */
@Controller
@PreAuthorize("isAuthenticated()")
class DashboardPage {

    private static final int ACTIVITY = 10;

    /** Each Autotask database has one migration; an organization with more of them than this is not to be expected. */
    private static final int MIGRATIONS = 25;

    private final Clients clients;
    private final Glances glances;
    private final FirstPageCards cards;
    private final Migrations migrations;
    private final Audit audit;
    private final Arrivals arrivals;
    private final CurrentUser currentUser;

    DashboardPage(
            Clients clients,
            Glances glances,
            FirstPageCards cards,
            Migrations migrations,
            Audit audit,
            Arrivals arrivals,
            CurrentUser currentUser) {
        this.clients = clients;
        this.glances = glances;
        this.cards = cards;
        this.migrations = migrations;
        this.audit = audit;
        this.arrivals = arrivals;
        this.currentUser = currentUser;
    }

    @GetMapping("/")
    String show(Model model) {
        SignedInUser me = currentUser.get();
        OrganizationId organization = me.organization();
        boolean owner = me.role() == Role.OWNER;
        List<Glance.Shown> shown = glances.all();
        boolean empty = shown.stream().allMatch(each -> each.count() == 0) && clients.count(organization) == 0;
        model.addAttribute("empty", empty);
        model.addAttribute("arrival", empty ? arrival(organization) : null);
        model.addAttribute("glances", shown);
        model.addAttribute("cards", empty ? List.of() : cards.all());
        model.addAttribute("owner", owner);
        model.addAttribute("migration", owner ? lastMigration(organization) : null);
        // A Member may not read the log, so there is no card for it either.
        model.addAttribute("activity", me.role() == Role.MEMBER ? null : activity(organization));
        return "dashboard/dashboard";
    }

    private @Nullable Arrival arrival(OrganizationId organization) {
        return arrivals.of(organization).orElse(null);
    }

    private @Nullable LastMigration lastMigration(OrganizationId organization) {
        return migrations.list(organization, PageRequest.of(0, MIGRATIONS)).stream()
                .max(Comparator.comparing(DashboardPage::moment))
                .map(LastMigration::of)
                .orElse(null);
    }

    private static Instant moment(MigrationView migration) {
        return migration.run() == null ? migration.createdAt() : migration.run().startedAt();
    }

    private List<AuditEntry> activity(OrganizationId organization) {
        return audit.search(organization, AuditFilter.NONE, PageRequest.of(0, ACTIVITY))
                .getContent();
    }
}
