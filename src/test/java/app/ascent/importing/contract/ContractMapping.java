package app.ascent.importing.contract;

import app.ascent.contracts.ContractFields;
import app.ascent.importing.Owner;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.Dictionary.Entry;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Mapped.Ready;
import app.ascent.migration.spi.References;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps contracts and their parts as the tests of the mappers do: on one day, with few other records in sight. */
final class ContractMapping {

    static final SourceId ID = new SourceId(29688123);
    static final UUID CLIENT = UUID.fromString("0190f3d2-0000-7000-8000-000000000174");
    static final UUID CONTACT = UUID.fromString("0190f3d2-0000-7000-8000-000000003001");
    static final UUID CONTRACT = UUID.fromString("0190f3d2-0000-7000-8000-000029688123");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static final Map<SourceRef, Resolution> LOADED = Map.of(
            new SourceRef(Owner.CLIENT.type(), new SourceId(174)), new Resolution.Loaded(new TargetId(CLIENT)),
            new SourceRef(Owner.CLIENT.type(), new SourceId(0)), new Resolution.Loaded(new TargetId(CLIENT)),
            new SourceRef(new EntityType("contacts"), new SourceId(3001)), new Resolution.Loaded(new TargetId(CONTACT)),
            new SourceRef(ContractMapper.TYPE, ID), new Resolution.Loaded(new TargetId(CONTRACT)));

    private ContractMapping() {}

    static Ready<ContractFields> map(Payload payload) {
        return map(payload, Map.of());
    }

    static Ready<ContractFields> map(Payload payload, Map<Lookup.Key, List<?>> rows) {
        return (Ready<ContractFields>) mapped(payload, rows, Set.of());
    }

    /** With one contract type in the tenant. */
    static Ready<ContractFields> map(Payload payload, Entry type) {
        AutotaskContract contract = payload.as(AutotaskContract.class);
        References all = references(ContractValue.lookUps(contract), Map.of(), Set.of());
        var types = new Dictionary(Map.of("contracts.contractType", table(type)));
        return (Ready<ContractFields>) ContractMapper.map(
                ID,
                contract,
                new References(all.dictionary().and(types), all.resolved(), all.rows(), all.unreadable()));
    }

    static Mapped<ContractFields> mapped(Payload payload, Map<Lookup.Key, List<?>> rows, Set<EntityType> unreadable) {
        AutotaskContract contract = payload.as(AutotaskContract.class);
        return ContractMapper.map(ID, contract, references(ContractValue.lookUps(contract), rows, unreadable));
    }

    static References references(List<Lookup.Key> lookUps, Map<Lookup.Key, List<?>> rows, Set<EntityType> unreadable) {
        Map<Lookup.Key, List<?>> answers = new HashMap<>();
        lookUps.forEach(key -> answers.put(key, rows.getOrDefault(key, List.of())));
        return new References(dictionary(), LOADED, answers, unreadable);
    }

    static Dictionary dictionary() {
        return new Dictionary(Map.of(
                        "contracts.contractType",
                        table(
                                entry("1", "Time & Materials", true, true, "SUPPORT_PLAN"),
                                entry("3", "Fixed Price", true, true, "PROJECT"),
                                entry("4", "Block Hours", true, true, "SUPPORT_PLAN"),
                                entry("6", "Retainer", true, true, "SUPPORT_PLAN"),
                                entry("7", "Wiederkehrend", true, true, "MSP_AGREEMENT"),
                                entry("8", "Incident", true, true, "SUPPORT_PLAN"),
                                entry("100", "Device Subscription", true, false, null),
                                entry("101", "Retainer", false, false, "SUPPORT_PLAN")),
                        "contracts.contractCategory",
                        table(
                                entry("12", "Managed Services", true, false, null),
                                entry("13", "Preventive Maintenance", true, false, null)),
                        "contracts.serviceLevelAgreementID",
                        table(entry("1", "Standard", true, false, null)),
                        "contracts.billingPreference",
                        table(entry("1", "Immediately", true, true, null)),
                        "contracts.status",
                        table(entry("0", "Inactive", true, true, null), entry("1", "Active", true, true, null)),
                        "contractLines:ContractMilestones.status",
                        table(entry("2", "Billed", true, true, null))))
                .and(RunDay.table(TODAY));
    }

    static Payload units(long id, long line, int units, String from, String to) {
        return Payload.record(id)
                .with("contractID", ID.value())
                .with("contractServiceID", line)
                .with("units", units)
                .with("startDate", from + "T00:00:00Z")
                .with("endDate", to + "T00:00:00Z");
    }

    static <R> List<R> rows(Class<R> type, Payload... payloads) {
        return Arrays.stream(payloads).map(payload -> payload.as(type)).toList();
    }

    private static Entry entry(String value, String label, boolean active, boolean system, @Nullable String target) {
        return new Entry(value, label, active, system, target);
    }

    private static Map<String, Entry> table(Entry... entries) {
        return Arrays.stream(entries).collect(Collectors.toMap(Entry::value, Function.identity()));
    }
}
