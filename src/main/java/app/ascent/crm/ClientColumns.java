package app.ascent.crm;

import app.ascent.crm.search.SearchText;
import app.ascent.identity.UserId;
import app.ascent.text.Folded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which field of a client lies in which column of {@code crm_client}. */
final class ClientColumns {

    static final List<Column<ClientFields>> FIELDS = List.of(
            Column.text("name", ClientFields::name),
            Column.text("number", ClientFields::number),
            Column.text("type", client -> client.type().name()),
            Column.text("status", client -> client.status().name()),
            Column.text("phone", ClientFields::phone),
            Column.text("alternate_phone", ClientFields::alternatePhone),
            Column.text("second_alternate_phone", ClientFields::secondAlternatePhone),
            Column.text("fax", ClientFields::fax),
            Column.text("website", ClientFields::website),
            Column.text("address1", ClientFields::address1),
            Column.text("address2", ClientFields::address2),
            Column.text("additional_address", ClientFields::additionalAddress),
            Column.text("city", ClientFields::city),
            Column.text("state", ClientFields::state),
            Column.text("postal_code", ClientFields::postalCode),
            Column.text("country", ClientFields::country),
            Column.text("billing_attention", ClientFields::billingAttention),
            Column.text("billing_address1", ClientFields::billingAddress1),
            Column.text("billing_address2", ClientFields::billingAddress2),
            Column.text("billing_additional_address", ClientFields::billingAdditionalAddress),
            Column.text("billing_city", ClientFields::billingCity),
            Column.text("billing_state", ClientFields::billingState),
            Column.text("billing_postal_code", ClientFields::billingPostalCode),
            Column.text("billing_country", ClientFields::billingCountry),
            Column.text("tax_id", ClientFields::taxId),
            Column.of("tax_exempt", "boolean", ClientFields::taxExempt),
            Column.of("account_manager", "uuid", client -> id(client.accountManager())),
            Column.text("industry", ClientFields::industry),
            Column.text("territory", ClientFields::territory),
            Column.text("notes", ClientFields::notes),
            Column.text("name_key", client -> Folded.key(client.name())),
            Column.text("sort_key", client -> Folded.order(client.name())));

    /** What an import writes of each client. */
    static final Columns<ImportedRecord<ClientFields>> IMPORTED = ProvenanceColumns.with(FIELDS);

    private ClientColumns() {}

    static String searchText(ClientFields client) {
        return SearchText.of(
                Arrays.asList(client.name(), client.number(), client.website()),
                Arrays.asList(client.phone(), client.alternatePhone(), client.secondAlternatePhone(), client.fax()));
    }

    static ClientFields fields(ResultSet row) throws SQLException {
        UUID accountManager = row.getObject("account_manager", UUID.class);
        return new ClientFields(
                row.getString("name"),
                row.getString("number"),
                ClientType.valueOf(row.getString("type")),
                RecordStatus.valueOf(row.getString("status")),
                row.getString("phone"),
                row.getString("alternate_phone"),
                row.getString("second_alternate_phone"),
                row.getString("fax"),
                row.getString("website"),
                row.getString("address1"),
                row.getString("address2"),
                row.getString("additional_address"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"),
                row.getString("country"),
                row.getString("billing_attention"),
                row.getString("billing_address1"),
                row.getString("billing_address2"),
                row.getString("billing_additional_address"),
                row.getString("billing_city"),
                row.getString("billing_state"),
                row.getString("billing_postal_code"),
                row.getString("billing_country"),
                row.getString("tax_id"),
                row.getBoolean("tax_exempt"),
                accountManager == null ? null : new UserId(accountManager),
                row.getString("industry"),
                row.getString("territory"),
                row.getString("notes"));
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
