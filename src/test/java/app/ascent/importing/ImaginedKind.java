package app.ascent.importing;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.ContractFields;
import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.crm.ContactId;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.record.field.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a kind of record says of itself, without an import behind it. */
public record ImaginedKind(
        EntityType kind,
        EntityType type,
        String path,
        String becomes,
        Class<?> ids,
        Fields<?> fields,
        Map<String, Set<String>> writes,
        Set<EntityType> dependsOn,
        List<DecidableField> decidable)
        implements AutotaskEntity {

    public static final ImaginedKind COMPANIES = new ImaginedKind(
            new EntityType("companies"),
            new EntityType("companies"),
            "Companies",
            "clients",
            ClientId.class,
            ClientFields.FIELDS,
            Map.of("companyName", Set.of("name")),
            Set.of(),
            List.of(decidable("companyType")));

    public static final ImaginedKind CONTACTS = new ImaginedKind(
            new EntityType("contacts"),
            new EntityType("contacts"),
            "Contacts",
            "contacts",
            ContactId.class,
            ContactFields.FIELDS,
            Map.of("companyID", Set.of("clientId"), "emailAddress", Set.of("email", "notes"), "phone", Set.of("phone")),
            Set.of(COMPANIES.type()),
            List.of());

    /** One kind of two types, and what Autotask calls them has nothing to do with it. */
    public static final ImaginedKind LEASES = of("leases", "leases", "RentalAgreements", CONTACTS);

    public static final ImaginedKind LEASE_ITEMS = of("leases", "leaseItems", "RentedThings", LEASES);

    /** What nobody edits; its records are not among those of {@link #all}. */
    public static final ImaginedKind BALANCES = new ImaginedKind(
            new EntityType("contracts"),
            new EntityType("contractBalances"),
            "ContractBlocks",
            "contractBalances",
            Class.class,
            BalanceFields.FIELDS,
            Map.of(),
            Set.of(),
            List.of());

    @Override
    public boolean hasContent() {
        return type.equals(LEASE_ITEMS.type);
    }

    public static AutotaskEntities all() {
        return new AutotaskEntities(List.of(COMPANIES, CONTACTS, LEASES, LEASE_ITEMS), List.of());
    }

    private static ImaginedKind of(String kind, String type, String path, ImaginedKind on) {
        return new ImaginedKind(
                new EntityType(kind),
                new EntityType(type),
                path,
                kind,
                Class.class,
                ContractFields.FIELDS,
                Map.of(),
                Set.of(on.type()),
                List.of(decidable("form")));
    }

    private static DecidableField decidable(String field) {
        return new DecidableField(field, List.of(), "OTHER", value -> null);
    }

    @Override
    public String pageCommand() {
        return "Code=Open&ID=";
    }

    @Override
    public long imported(OrganizationId organization, long database) {
        return 0;
    }

    @Override
    public Set<String> written(String sourceField) {
        return writes.getOrDefault(sourceField, Set.of());
    }

    @Override
    public Optional<Record> standing(OrganizationId organization, UUID target) {
        return Optional.empty();
    }
}
