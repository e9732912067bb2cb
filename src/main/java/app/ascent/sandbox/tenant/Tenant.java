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

    Tenant(
            SandboxProperties properties,
            Clock clock,
            @Value("${ascent.sandbox.owner-email:${ascent.owner.email:owner@ascent.example}}") String ownerEmail) {
        this.seed = properties.seed();
        var words = Words.read();
        var countries = Countries.read();
        var companies = new Companies(seed, properties.companies(), words, countries);
        var contacts = new Contacts(seed, properties.contacts(), companies, words);
        int year = LocalDate.now(clock).getYear();
        Map<Entity, Listed> contracts = new Contracts(seed, properties.contracts(), companies, contacts, year).tables();
        var devices = new Devices(
                seed,
                properties.devices(),
                companies,
                contacts,
                Objects.requireNonNull(contracts.get(Entity.CONTRACTS)).rows(),
                year);
        put(Entity.COMPANIES, companies);
        put(Entity.CONTACTS, contacts);
        put(Entity.COUNTRIES, countries.rows());
        put(Entity.RESOURCES, new Resources(ownerEmail, properties.apiUser()).rows());
        contracts.forEach(this::put);
        devices.tables().forEach(this::put);
        for (Entity entity : List.of(
                Entity.COMPANY_CATEGORIES,
                Entity.CONFIGURATION_ITEM_CATEGORIES,
                Entity.CONFIGURATION_ITEM_TYPES,
                Entity.CURRENCIES,
                Entity.PRODUCTS,
                Entity.SERVICES,
                Entity.SERVICE_BUNDLES)) {
            put(entity, Listed.read(entity));
        }
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

    /** Whether a restricted user does not see the record: a third of them, always the same. */
    public boolean hides(Entity entity, long id) {
        return new Dice(seed, "hidden " + entity, id).below(3) == 0;
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
