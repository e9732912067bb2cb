package app.ascent.journey;

import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records that a run had something to say about, and choices of what values become, as pages are given them. */
public final class ImaginedRecords {

    public static final String PAYLOAD =
            """
            {"id":30684977,"companyID":29683725,"firstName":"Åsa","emailAddress":"asa@@northwind.example",\
            "roomNumber":null,"fax":" ","score":14.00,"tags":[],"userDefinedFields":[{"name":"Seats","value":"25"}]}""";

    public static final String WRITTEN =
            """
            {"clientId":"00000000-0000-0005-0000-000000000009","firstName":"Åsa","email":null,"otherEmails":["a@b.example"],\
            "status":"ACTIVE","primaryClaim":false,"marketingOptOut":true,"accountManagerId":{"value":"00000000-0000-0001-0000-000000000001"},\
            "notes":"Prefers calls\\nEmail from Autotask: asa@@northwind.example"}""";

    private ImaginedRecords() {}

    public static RecordView warned() {
        return found("contacts", 30684977, "Åsa Müller-Ødegård", Outcome.WARNED, "INVALID_EMAIL", "emailAddress");
    }

    public static RecordView failed() {
        return found("companies", 29684410, "Grüne Höfe e.G.", Outcome.FAILED, "INVALID_VALUE", "companyName");
    }

    public static RecordView skipped() {
        return found("contacts", 30685020, null, Outcome.SKIPPED, "DELETED_IN_ASCENT", null);
    }

    public static RecordView found(
            String entity,
            long id,
            @Nullable String name,
            Outcome outcome,
            @Nullable String code,
            @Nullable String field) {
        return found(entity, id, name, outcome, code, field, null);
    }

    public static RecordView found(
            String entity,
            long id,
            @Nullable String name,
            Outcome outcome,
            @Nullable String code,
            @Nullable String field,
            @Nullable String value) {
        boolean written = outcome == Outcome.WARNED || outcome == Outcome.LOADED;
        return new RecordView(
                entity,
                new SourceId(id),
                name,
                outcome,
                written ? "CREATED" : null,
                code,
                null,
                field,
                value,
                null,
                null,
                "PARENT_NOT_IMPORTED".equals(code) && value != null && value.matches("\\d+")
                        ? new SourceRef(
                                new EntityType(entity.equals("leaseItems") ? "leases" : "companies"),
                                new SourceId(Long.parseLong(value)))
                        : null,
                PAYLOAD,
                written ? new UUID(5, 5) : null,
                written ? WRITTEN : null,
                Imagined.NOW);
    }

    public static RecordView saying(RecordView found, @Nullable String detail, @Nullable String usedInstead) {
        return new RecordView(
                found.entity(),
                found.sourceId(),
                found.name(),
                found.outcome(),
                found.result(),
                found.code(),
                detail,
                found.field(),
                found.value(),
                found.label(),
                usedInstead,
                found.parent(),
                found.payload(),
                found.targetId(),
                found.written(),
                found.pulledAt());
    }

    /** The latest run went by another target. */
    public static Decision waiting(Decision decision) {
        return copy(decision, decision.offered(), true);
    }

    /** Records have it, and Autotask does not offer it any more. */
    public static Decision withdrawn(Decision decision) {
        return copy(decision, false, decision.waits());
    }

    private static Decision copy(Decision decision, boolean offered, boolean waits) {
        return new Decision(
                decision.entity(),
                decision.field(),
                decision.value(),
                decision.label(),
                decision.target(),
                decision.usedOtherwise(),
                decision.byPerson(),
                decision.records(),
                decision.targets(),
                offered,
                waits);
    }

    public static Decision decision(
            @Nullable String value, String label, @Nullable String target, boolean byPerson, @Nullable Long records) {
        return new Decision(
                "companies",
                "companyType",
                value,
                label,
                target,
                "CUSTOMER",
                byPerson,
                records,
                Stream.of("CUSTOMER", "VENDOR", "PARTNER")
                        .map(key -> new DecidableField.Target(key, null))
                        .toList(),
                true,
                false);
    }
}
