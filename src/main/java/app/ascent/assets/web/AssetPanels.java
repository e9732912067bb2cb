package app.ascent.assets.web;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.Assets;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Panel;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/** The assets of a client, and those that a contract covers, on their pages. */
@Configuration(proxyBeanMethods = false)
class AssetPanels {

    private static final PageRequest GLIMPSE = PageRequest.of(0, 5);
    private static final PageRequest ONE = PageRequest.of(0, 1);

    @Bean
    Panel<ClientId> assetsOfAClient(Assets assets, AssetRows rows) {
        return new Some<>(assets, rows, ClientId.class, "client", AssetFilter::of);
    }

    @Bean
    Panel<ContractId> assetsUnderAContract(Assets assets, AssetRows rows) {
        return new Some<>(assets, rows, ContractId.class, "contract", AssetFilter::of);
    }

    /** @param add where another one is added; empty where that has no place of its own */
    record Shown(List<AssetRow> rows, String add) {}

    /** @param parameter of the list's address that narrows it to the record */
    private record Some<I>(
            Assets assets, AssetRows rows, Class<I> ids, String parameter, Function<I, AssetFilter> filter)
            implements Panel<I> {

        @Override
        public String authority() {
            return "assets.read";
        }

        @Override
        public String label() {
            return "nav.assets";
        }

        @Override
        public String address(I id) {
            return "/assets?status=any&%s=%s".formatted(parameter, id);
        }

        @Override
        public long count(OrganizationId organization, I id) {
            return assets.list(organization, filter.apply(id), ONE).getTotalElements();
        }

        @Override
        public Block block(OrganizationId organization, I id) {
            Page<AssetRow> some = rows.of(organization, assets.list(organization, filter.apply(id), GLIMPSE));
            return new Block(
                    some.getTotalElements(),
                    address(id),
                    "assets/some-assets",
                    new Shown(some.getContent(), id instanceof ClientId ? "/assets/new?client=" + id : ""));
        }
    }
}
