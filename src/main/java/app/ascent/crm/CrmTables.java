package app.ascent.crm;

import app.ascent.record.Naming;
import app.ascent.record.field.Column;
import app.ascent.record.table.RecordRows;
import app.ascent.record.table.RecordTable;
import app.ascent.record.table.SearchText;
import app.ascent.record.table.SearchTexts;
import app.ascent.record.table.TableNaming;
import app.ascent.text.Folded;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where clients and contacts lie, and what they are sorted, matched and found by. */
@Configuration(proxyBeanMethods = false)
class CrmTables {

    static final RecordTable<ClientFields> CLIENTS = RecordTable.of(
            "crm_client",
            ClientFields.FIELDS,
            CrmTables::searchText,
            List.of(
                    Column.text("name_key", client -> Folded.key(client.name())),
                    Column.text("sort_key", client -> Folded.order(client.name()))));

    static final RecordTable<ContactFields> CONTACTS = RecordTable.of(
            "crm_contact",
            ContactFields.FIELDS,
            CrmTables::searchText,
            List.of(
                    Column.text("match_key", ContactFields::matchKey),
                    Column.text("sort_key", contact -> Folded.order(contact.fullName()))));

    @Bean
    RecordTable<ClientFields> clientTable() {
        return CLIENTS;
    }

    @Bean
    RecordTable<ContactFields> contactTable() {
        return CONTACTS;
    }

    @Bean
    Naming<ClientId> clientNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, CLIENTS, ClientId.class, ClientFields::name);
    }

    @Bean
    Naming<ContactId> contactNames(JdbcClient jdbc) {
        return new TableNaming<>(jdbc, CONTACTS, ContactId.class, ContactFields::fullName);
    }

    @Bean
    RecordRows<ClientFields> clientRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, CLIENTS, searchTexts, clock);
    }

    @Bean
    RecordRows<ContactFields> contactRows(JdbcClient jdbc, SearchTexts searchTexts, Clock clock) {
        return new RecordRows<>(jdbc, CONTACTS, searchTexts, clock);
    }

    private static String searchText(ClientFields client) {
        return SearchText.of(
                Arrays.asList(client.name(), client.number(), client.website()),
                Arrays.asList(client.phone(), client.alternatePhone(), client.secondAlternatePhone(), client.fax()));
    }

    private static String searchText(ContactFields contact) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(contact.fullName());
        texts.add(contact.email());
        texts.addAll(contact.otherEmails());
        return SearchText.of(
                texts, Arrays.asList(contact.phone(), contact.mobile(), contact.alternatePhone(), contact.fax()));
    }
}
