package app.ascent.importing.asset;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What assets look up: what their types and categories are called, also those that nobody can choose any more, and what was bought. */
@Configuration(proxyBeanMethods = false)
class AssetLookUps {

    static final Lookup<Sort> TYPES = Lookup.byId("ConfigurationItemTypes", Sort.class);
    static final Lookup<Sort> CATEGORIES = Lookup.byId("ConfigurationItemCategories", Sort.class);
    static final Lookup<Product> PRODUCTS = Lookup.byId("Products", Product.class);

    /** A type or a category. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sort(@Nullable String name) implements Named {

        @Override
        public @Nullable String label() {
            return Text.name(name);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(@Nullable String name, @Nullable String manufacturerName, @Nullable String manufacturerProductName)
            implements Named {

        @Override
        public @Nullable String label() {
            String called = Text.name(name);
            return called == null ? Text.name(manufacturerProductName) : called;
        }
    }

    static List<Lookup.Key> of(AutotaskDevice source) {
        return Stream.of(
                        Tables.keys(TYPES, source.configurationItemType()),
                        Tables.keys(CATEGORIES, source.configurationItemCategoryID()),
                        Tables.keys(PRODUCTS, source.productID()))
                .flatMap(keys -> keys)
                .toList();
    }

    @Bean
    LookupTable<Sort> configurationItemTypes(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, TYPES, Set.of(AssetMapper.TYPE));
    }

    @Bean
    LookupTable<Sort> configurationItemCategories(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, CATEGORIES, Set.of(AssetMapper.TYPE));
    }

    @Bean
    LookupTable<Product> products(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, PRODUCTS, Set.of(AssetMapper.TYPE));
    }
}
