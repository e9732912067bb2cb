package app.ascent.assets.web;

import app.ascent.assets.AssetFilter;
import app.ascent.assets.Assets;
import app.ascent.contracts.ContractId;
import app.ascent.crm.ClientId;
import app.ascent.record.page.ListPanel;
import app.ascent.record.page.Panel;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;

/** The assets of a client, and those that a contract covers, on their pages. */
@Configuration(proxyBeanMethods = false)
class AssetPanels {

    @Bean
    Panel<ClientId> assetsOfAClient(Assets assets, AssetRows rows) {
        return panel(ClientId.class, "client", assets, AssetFilter::of, rows, client -> "/assets/new?client=" + client);
    }

    @Bean
    Panel<ContractId> assetsUnderAContract(Assets assets, AssetRows rows) {
        return panel(ContractId.class, "contract", assets, AssetFilter::of, rows, contract -> "");
    }

    /** @param add where another one is added; empty where that has no place of its own */
    record Shown(List<AssetRow> rows, String add) {}

    private static <I> Panel<I> panel(
            Class<I> ids,
            String parameter,
            Assets assets,
            Function<I, AssetFilter> filter,
            AssetRows rows,
            Function<I, String> add) {
        return new ListPanel<>(
                "assets",
                ids,
                parameter,
                assets,
                filter,
                rows,
                Sort.unsorted(),
                "assets/some-assets",
                (organization, id, some) -> new Shown(some, add.apply(id)));
    }
}
