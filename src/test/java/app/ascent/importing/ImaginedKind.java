package app.ascent.importing;

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
        String name, String path, String becomes, Class<?> ids, Fields<?> fields, Map<String, Set<String>> writes)
        implements AutotaskEntity {

    public static final ImaginedKind COMPANIES = new ImaginedKind(
            "companies",
            "Companies",
            "clients",
            ClientId.class,
            ClientFields.FIELDS,
            Map.of("companyName", Set.of("name")));

    public static final ImaginedKind CONTACTS = new ImaginedKind(
            "contacts",
            "Contacts",
            "contacts",
            ContactId.class,
            ContactFields.FIELDS,
            Map.of(
                    "companyID",
                    Set.of("clientId"),
                    "emailAddress",
                    Set.of("email", "notes"),
                    "phone",
                    Set.of("phone")));

    public static AutotaskEntities all() {
        return new AutotaskEntities(List.of(COMPANIES, CONTACTS));
    }

    @Override
    public EntityType type() {
        return new EntityType(name);
    }

    @Override
    public List<DecidableField> decidable() {
        return List.of();
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
