package app.ascent.sandbox.tenant;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.SandboxProperties;
import app.ascent.sandbox.faults.Change;
import java.util.EnumMap;
import java.util.Map;
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
            @Value("${ascent.sandbox.owner-email:${ascent.owner.email:owner@ascent.example}}") String ownerEmail) {
        this.seed = properties.seed();
        var words = Words.read();
        var countries = new Countries();
        var resources = new Resources(ownerEmail, properties.apiUser());
        var companies = new Companies(properties.seed(), properties.companies(), words, countries);
        tables.put(Entity.COMPANIES, new Table(companies));
        tables.put(Entity.CONTACTS, new Table(new Contacts(seed, properties.contacts(), companies, words)));
        tables.put(Entity.COMPANY_CATEGORIES, new Table(new CompanyCategories()));
        tables.put(Entity.COUNTRIES, new Table(countries));
        tables.put(Entity.CURRENCIES, new Table(new Currencies()));
        tables.put(Entity.RESOURCES, new Table(resources));
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
