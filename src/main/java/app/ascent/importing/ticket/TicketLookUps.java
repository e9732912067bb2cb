package app.ascent.importing.ticket;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.Link;
import app.ascent.importing.field.Named;
import app.ascent.importing.field.Tables;
import app.ascent.importing.work.Participant;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import app.ascent.migration.spi.SourceRef;
import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tickets look up: who and what else they are about, their tags, and what is to be ticked off. */
@Configuration(proxyBeanMethods = false)
class TicketLookUps {

    static final Lookup<Participant> MORE_PEOPLE =
            Lookup.byOwner("TicketSecondaryResources", Participant.class, "ticketID");
    static final Lookup<MoreContact> MORE_CONTACTS =
            Lookup.byOwner("TicketAdditionalContacts", MoreContact.class, "ticketID");
    static final Lookup<MoreDevice> MORE_DEVICES =
            Lookup.byOwner("TicketAdditionalConfigurationItems", MoreDevice.class, "ticketID");
    static final Lookup<Tagged> TAGGED = Lookup.byOwner("TicketTagAssociations", Tagged.class, "ticketID");
    static final Lookup<Tag> TAGS = Lookup.byId("Tags", Tag.class);
    static final Lookup<ChecklistItem> CHECKLIST =
            Lookup.byOwner("TicketChecklistItems", ChecklistItem.class, "ticketID");

    /** A further contact of a ticket. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MoreContact(@Nullable String contactID) {

        Link link() {
            return new Link(TicketFieldNames.CONTACTS, Link.CONTACTS, contactID, "contact");
        }
    }

    /** A further configuration item of a ticket. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MoreDevice(@Nullable String configurationItemID) {

        Link link() {
            return new Link(TicketFieldNames.ASSETS, TicketMapper.ASSETS, configurationItemID, "device");
        }
    }

    /** That a ticket has a tag. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tagged(@Nullable String tagID) {}

    /** A tag, which tickets keep when nobody can choose it any more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tag(@Nullable String label) implements Named {

        @Override
        public @Nullable String label() {
            return Text.name(label);
        }
    }

    /** Something to be ticked off. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ChecklistItem(
            @Nullable String id,
            @Nullable String itemName,
            @Nullable String position,
            @Nullable String isCompleted,
            @Nullable String isImportant,
            @Nullable String completedDateTime,
            @Nullable String completedByResourceID) {}

    static List<Lookup.Key> of(AutotaskTicket source) {
        return Stream.of(
                        Tables.keys(
                                Tables.RESOURCES,
                                source.assignedResourceID(),
                                source.creatorResourceID(),
                                source.completedByResourceID()),
                        Tables.keys(MORE_PEOPLE, source.id()),
                        Tables.keys(MORE_CONTACTS, source.id()),
                        Tables.keys(MORE_DEVICES, source.id()),
                        Tables.keys(TAGGED, source.id()),
                        Tables.keys(CHECKLIST, source.id()))
                .flatMap(keys -> keys)
                .toList();
    }

    @Bean
    LookupTable<Participant> morePeopleOfTickets(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, MORE_PEOPLE, Set.of(TicketMapper.TYPE)) {

            @Override
            public List<Lookup.Key> lookUps(Participant row) {
                return Tables.keys(Tables.RESOURCES, row.resourceID()).toList();
            }
        };
    }

    @Bean
    LookupTable<MoreContact> moreContactsOfTickets(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, MORE_CONTACTS, Set.of(TicketMapper.TYPE)) {

            @Override
            public List<SourceRef> references(MoreContact row) {
                return row.link().reference().stream().toList();
            }
        };
    }

    @Bean
    LookupTable<MoreDevice> moreDevicesOfTickets(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, MORE_DEVICES, Set.of(TicketMapper.TYPE)) {

            @Override
            public List<SourceRef> references(MoreDevice row) {
                return row.link().reference().stream().toList();
            }
        };
    }

    @Bean
    LookupTable<Tagged> tagsOfTickets(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, TAGGED, Set.of(TicketMapper.TYPE)) {

            @Override
            public List<Lookup.Key> lookUps(Tagged row) {
                return Tables.keys(TAGS, row.tagID()).toList();
            }
        };
    }

    @Bean
    LookupTable<Tag> tags(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, TAGS, Set.of(TicketMapper.TYPE));
    }

    @Bean
    LookupTable<ChecklistItem> checklistsOfTickets(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, CHECKLIST, Set.of(TicketMapper.TYPE)) {

            @Override
            public List<Lookup.Key> lookUps(ChecklistItem row) {
                return Tables.keys(Tables.RESOURCES, row.completedByResourceID())
                        .toList();
            }
        };
    }
}
