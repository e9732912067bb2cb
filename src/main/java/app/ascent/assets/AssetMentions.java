package app.ascent.assets;

import app.ascent.audit.Audit;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactId;
import app.ascent.record.MentionsOf;
import app.ascent.record.table.ColumnMentions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What assets name and can do without: a contact, a contract, a vendor, the asset above; {@link AssetRelations} has the others. */
@Configuration(proxyBeanMethods = false)
class AssetMentions {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    AssetMentions(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    MentionsOf<ContactId> assetsNamingAContact() {
        return in(ContactId.class, "contact_id", "Contact", "assets.of-client.count");
    }

    @Bean
    MentionsOf<ContractId> assetsNamingAContract() {
        return in(ContractId.class, "contract_id", "Contract", "assets.of-client.count");
    }

    @Bean
    MentionsOf<ClientId> assetsNamingAVendor() {
        return in(ClientId.class, "vendor_id", "Vendor", "assets.of-vendor.count");
    }

    @Bean
    MentionsOf<AssetId> assetsBelowAnother() {
        return in(AssetId.class, "parent_id", Assets.PARENT, "assets.below.count");
    }

    private <I> MentionsOf<I> in(Class<I> ids, String column, String field, String words) {
        return new ColumnMentions<>(
                jdbc, audit, clock, AssetTables.ASSETS, Assets.AUDITED_AS, ids, column, field, words);
    }
}
