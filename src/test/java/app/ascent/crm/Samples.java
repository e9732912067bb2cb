package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.RecordStatus;
import app.ascent.record.imports.ImportedRecord;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Clients and contacts with no more said than a test is about. */
public final class Samples {

    public static final String SYSTEM = "AUTOTASK";
    public static final long DATABASE = 91_234;

    private Samples() {}

    public static OrganizationId organization() {
        return new OrganizationId(id());
    }

    public static UUID id() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    public static ClientFields client(String name) {
        return client(name, null, null);
    }

    public static ClientFields client(String name, @Nullable String number, @Nullable String phone) {
        return new ClientFields(
                name,
                number,
                ClientType.CUSTOMER,
                RecordStatus.ACTIVE,
                phone,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    public static ContactFields contact(ClientId client, @Nullable String first, String last, @Nullable String email) {
        return contact(client, first, last, email, RecordStatus.ACTIVE, false);
    }

    public static ContactFields claimant(ClientId client, String last) {
        return contact(client, null, last, null, RecordStatus.ACTIVE, true);
    }

    public static ContactFields contact(
            ClientId client,
            @Nullable String first,
            String last,
            @Nullable String email,
            RecordStatus status,
            boolean claim) {
        return new ContactFields(
                client, first, last, null, null, null, null, email, List.of(), null, null, null, null, null, status,
                claim, true, false, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static <T> ImportedRecord<T> fresh(UUID id, long sourceId, T fields) {
        return new ImportedRecord<>(id, true, new Provenance(SYSTEM, DATABASE, sourceId), fields, "{}");
    }

    public static <T> ImportedRecord<T> fresh(long sourceId, T fields) {
        return fresh(id(), sourceId, fields);
    }

    public static <T> ImportedRecord<T> again(UUID id, long sourceId, T fields) {
        return new ImportedRecord<>(id, false, new Provenance(SYSTEM, DATABASE, sourceId), fields, "{}");
    }
}
