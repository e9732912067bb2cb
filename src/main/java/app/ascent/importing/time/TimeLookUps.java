package app.ascent.importing.time;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Tables;
import app.ascent.importing.field.Value;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.SourcePlan;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time entries look up: what was posted of them, and on which invoice, and what their work types and roles are called. */
@Configuration(proxyBeanMethods = false)
class TimeLookUps {

    static final Lookup<Title> WORK_TYPES = Lookup.byId("BillingCodes", Title.class);
    static final Lookup<Title> ROLES = Lookup.byId("Roles", Title.class);
    static final Lookup<Item> ITEMS = Lookup.byOwner("BillingItems", Item.class, "timeEntryID");
    static final Lookup<Invoice> INVOICES = Lookup.byId("Invoices", Invoice.class);

    /** A work type or a role. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Title(@Nullable String name) implements Named {

        @Override
        public @Nullable String label() {
            return Text.name(name);
        }
    }

    /** What was approved of an entry and posted, and is on an invoice or not yet. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(@Nullable String invoiceID, @Nullable String rate) {

        /** Autotask writes 0, or nothing, where it is on none; no invoice has that number. */
        OptionalLong invoice() {
            OptionalLong id = Value.id(invoiceID);
            return id.isPresent() && id.getAsLong() != 0 ? id : OptionalLong.empty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Invoice(@Nullable String invoiceNumber, @Nullable String isVoided) {

        boolean voided() {
            return Value.isSet(isVoided);
        }
    }

    @Bean
    LookupTable<Title> workTypes(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, WORK_TYPES, Set.of(TimeEntryMapper.TYPE));
    }

    @Bean
    LookupTable<Title> roles(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, ROLES, Set.of(TimeEntryMapper.TYPE));
    }

    @Bean
    LookupTable<Item> billingItems(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, ITEMS, Set.of(TimeEntryMapper.TYPE)) {

            @Override
            public List<Lookup.Key> lookUps(Item row) {
                return INVOICES.key(row.invoice()).toList();
            }

            @Override
            public SourcePlan.Notice withheld() {
                return new SourcePlan.Notice(
                        LookupTable.UNREADABLE,
                        "Billing could not be proved: the API user may not read billing items. Approved time counts as approved,"
                                + " none as invoiced, and what an earlier import proved stays. Give the API user the right to view"
                                + " billing items, then run again.");
            }
        };
    }

    @Bean
    LookupTable<Invoice> invoices(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, INVOICES, Set.of(TimeEntryMapper.TYPE));
    }

    static List<Lookup.Key> of(AutotaskTimeEntry source) {
        return Stream.of(
                        Tables.keys(
                                Tables.RESOURCES,
                                source.resourceID(),
                                source.billingApprovalResourceID(),
                                source.creatorUserID(),
                                source.lastModifiedUserID()),
                        Tables.keys(WORK_TYPES, source.billingCodeID(), source.internalBillingCodeID()),
                        Tables.keys(ROLES, source.roleID()),
                        Tables.keys(ITEMS, source.id()))
                .flatMap(keys -> keys)
                .toList();
    }
}
