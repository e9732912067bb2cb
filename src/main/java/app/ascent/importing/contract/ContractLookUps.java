package app.ascent.importing.contract;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.Named;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What contracts and their lines look up: what was agreed and how many units of it there are, and what it is called. */
@Configuration(proxyBeanMethods = false)
class ContractLookUps {

    static final Lookup<Sold> SERVICES = Lookup.byId("Services", Sold.class);
    static final Lookup<Sold> BUNDLES = Lookup.byId("ServiceBundles", Sold.class);
    static final Lookup<AutotaskLine> AGREED_SERVICES =
            Lookup.byOwner("ContractServices", AutotaskLine.class, "contractID");
    static final Lookup<AutotaskLine> AGREED_BUNDLES =
            Lookup.byOwner("ContractServiceBundles", AutotaskLine.class, "contractID");
    static final Lookup<Units> SERVICE_UNITS = Lookup.byOwner("ContractServiceUnits", Units.class, "contractID");
    static final Lookup<Units> BUNDLE_UNITS = Lookup.byOwner("ContractServiceBundleUnits", Units.class, "contractID");

    private static final EntityType CONTRACTS = ContractMapper.TYPE;
    private static final EntityType LINES_OF_SERVICES = LineMapper.TYPE.part("ContractServices");
    private static final EntityType LINES_OF_BUNDLES = LineMapper.TYPE.part("ContractServiceBundles");

    /** A service or a bundle of them, as the price list has it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sold(@Nullable String name, @Nullable String description) implements Named {

        @Override
        public @Nullable String label() {
            String called = Text.name(name);
            return called == null ? Text.name(description) : called;
        }
    }

    @Bean
    LookupTable<Sold> services(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, SERVICES, Set.of(LINES_OF_SERVICES));
    }

    @Bean
    LookupTable<Sold> serviceBundles(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, BUNDLES, Set.of(LINES_OF_BUNDLES));
    }

    @Bean
    LookupTable<AutotaskLine> agreedServices(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, AGREED_SERVICES, Set.of(CONTRACTS));
    }

    @Bean
    LookupTable<AutotaskLine> agreedBundles(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, AGREED_BUNDLES, Set.of(CONTRACTS));
    }

    @Bean
    LookupTable<Units> serviceUnits(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, SERVICE_UNITS, Set.of(CONTRACTS, LINES_OF_SERVICES));
    }

    @Bean
    LookupTable<Units> bundleUnits(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, BUNDLE_UNITS, Set.of(CONTRACTS, LINES_OF_BUNDLES));
    }
}
