package app.ascent.sandbox.tenant;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.SandboxProperties;
import app.ascent.sandbox.faults.Change;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;

/** The practice tenant: an invented service provider, its customers and their people. */
@SandboxComponent
public class Tenant {

    /** The number of the tenant's database, {@code ci} in the zone answer. */
    public static final int DATABASE = 90_001;

    private final long seed;
    private final Map<Entity, Table> tables = new EnumMap<>(Entity.class);
    private final Attachments attachments;

    Tenant(
            SandboxProperties properties,
            Clock clock,
            @Value("${ascent.sandbox.owner-email:${ascent.owner.email:owner@ascent.example}}") String ownerEmail) {
        this.seed = properties.seed();
        var words = Words.read();
        var countries = Countries.read();
        var companies = new Companies(seed, properties.companies(), words, countries);
        var contacts = new Contacts(seed, properties.contacts(), companies, words);
        LocalDate today = Objects.requireNonNullElseGet(properties.today(), () -> LocalDate.now(clock));
        int year = today.getYear();
        Map<Entity, Listed> contracts = new Contracts(seed, properties.contracts(), companies, contacts, year).tables();
        Map<Long, Long> ofCompanies = Contracts.ofCompanies(rows(contracts, Entity.CONTRACTS));
        var devices = new Devices(seed, properties.devices(), companies, contacts, ofCompanies, year);
        var projects = new Projects(seed, properties.projects(), companies, contacts, ofCompanies, words, today);
        Map<Entity, Listed> ofDevices = devices.tables();
        Map<Entity, Listed> ofProjects = projects.tables();
        var belongings = Belongings.of(
                ofCompanies, rows(ofDevices, Entity.CONFIGURATION_ITEMS), rows(ofProjects, Entity.PROJECTS));
        var desk = new Desk(
                seed,
                properties.tickets(),
                companies,
                contacts,
                belongings,
                rows(ofProjects, Entity.TASKS),
                words,
                today);
        put(Entity.COMPANIES, companies);
        put(Entity.CONTACTS, contacts);
        put(Entity.COUNTRIES, countries.rows());
        put(Entity.RESOURCES, new Resources(ownerEmail, properties.apiUser()).rows());
        contracts.forEach(this::put);
        ofDevices.forEach(this::put);
        ofProjects.forEach(this::put);
        desk.tables().forEach(this::put);
        for (Entity entity : List.of(
                Entity.BILLING_CODES,
                Entity.COMPANY_CATEGORIES,
                Entity.CONFIGURATION_ITEM_CATEGORIES,
                Entity.CONFIGURATION_ITEM_TYPES,
                Entity.CURRENCIES,
                Entity.PRODUCTS,
                Entity.ROLES,
                Entity.SERVICES,
                Entity.SERVICE_BUNDLES,
                Entity.TAGS)) {
            put(entity, Listed.read(entity));
        }
        attachments = new Attachments(properties, this::table, today);
        put(Entity.ATTACHMENT_INFO, attachments);
    }

    private static List<Row> rows(Map<Entity, Listed> tables, Entity entity) {
        return Objects.requireNonNull(tables.get(entity)).rows();
    }

    private void put(Entity entity, Records records) {
        tables.put(entity, new Table(records));
    }

    public Table table(Entity entity) {
        Table table = tables.get(entity);
        if (table == null) {
            throw new IllegalStateException("No table of " + entity);
        }
        return table;
    }

    /** What is in the file with that id. */
    public Content content(long file) {
        return attachments.content(file);
    }

    /**
     * Whether a restricted user does not see the record: a third of them, always the same. Of tasks, one without rights
     * on projects sees only those that are assigned to it, and nothing says that there are others.
     */
    public boolean hides(Entity entity, long id) {
        if (entity == Entity.TASKS) {
            Table tasks = table(entity);
            Row task = tasks.at(tasks.indexAbove(id - 1));
            return !Long.valueOf(Resources.API_USER).equals(task.get("assignedResourceID"));
        }
        return new Dice(seed, "hidden " + entity, id).below(3) == 0;
    }

    /** Whether time was worked for nothing. */
    public boolean isNotBillable(long id) {
        Table time = table(Entity.TIME_ENTRIES);
        return Boolean.TRUE.equals(time.at(time.indexAbove(id - 1)).get("isNonBillable"));
    }

    /** People at work in the tenant. */
    public void apply(Change change) {
        Table table = table(Entity.ofPath(change.entity()).orElseThrow());
        switch (change.kind()) {
            case EDIT -> change.ids().forEach(table::edit);
            case REMOVE -> change.ids().forEach(table::remove);
            case APPEND -> table.append(change.count());
        }
    }
}
