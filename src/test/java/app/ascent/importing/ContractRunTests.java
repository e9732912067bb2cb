package app.ascent.importing;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs that bring contracts, with their lines and balances. */
class ContractRunTests extends ImportJourney {

    private static final String RENEWED_BY =
            "select r.name from contract c join contract r on r.id = c.renewed_by_id where c.source_id = 12";
    private static final String BALANCES_AS_OF = "select as_of::text from contract_balance order by source_id";

    ContractRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "contracts");
    }

    private static Payload contract(long id) {
        return Payload.contract()
                .with("id", id)
                .with("contractName", "Contract no. " + id)
                .with("contractNumber", "N-" + id);
    }

    private static Payload part(long id, long contract) {
        return Payload.record(id).with("contractID", contract);
    }

    private static Payload term(Payload part) {
        return part.with("startDate", "2020-01-01T00:00:00Z").with("endDate", "2099-12-31T00:00:00Z");
    }

    /** Of the present month. */
    private static Payload units(int units) {
        LocalDate first = LocalDate.now(Clock.systemUTC()).withDayOfMonth(1);
        return part(1, 12)
                .with("contractServiceID", 12)
                .with("units", units)
                .with("startDate", first + "T00:00:00Z")
                .with("endDate", first.plusMonths(1).minusDays(1) + "T00:00:00Z");
    }

    private static List<String> rows(Payload... payloads) {
        return Stream.of(payloads).map(Payload::toString).toList();
    }

    /** Two contracts whose parts have one id, of three entities. */
    @BeforeEach
    void fillTenant() {
        AUTOTASK.companies(Payload.company().withNull("parentCompanyID").toString())
                .contacts(Payload.contact().toString())
                .records("Contracts", rows(contract(12).with("contractType", 7), contract(174)))
                .records("Services", rows(Payload.record(3).with("name", "Managed Workplace")))
                .records(
                        "ContractServices",
                        rows(part(12, 12).with("serviceID", 3).with("unitPrice", "34.5000")))
                .records("ContractServiceUnits", rows(units(10)))
                .records(
                        "ContractMilestones",
                        rows(part(12, 174).with("title", "Handed over").with("amount", "1500")))
                .records(
                        "ContractBlocks",
                        rows(term(part(12, 174).with("hours", "20").with("hoursApproved", "7.25"))))
                .records(
                        "ContractRetainers",
                        rows(term(part(12, 174).with("amount", "900").with("amountApproved", "100"))));
    }

    private List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private String contractId(long sourceId) {
        return jdbc.sql("select id::text from contract where source_id = :id")
                .param("id", sourceId)
                .query(String.class)
                .single();
    }

    private void edit(long sourceId, Consumer<ObjectNode> change) {
        String address = "/api/v1/contracts/" + contractId(sourceId);
        ObjectNode edited = (ObjectNode) api.get(address).json();
        change.accept(edited);
        Answer answer = api.put(address, edited.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void bringsContractsWithTheirPartsAndNothingTwiceAndFollowsUnits() {
        String migration = create();

        Answer first = run(migration);
        tellsLinesAndBalancesByEntityAndId(migration);
        List<String> seen = column(BALANCES_AS_OF);
        Answer second = run(migration);

        assertThat(first.at("/status")).isEqualTo("COMPLETED");
        assertThat(counts(first, "contracts")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "contractLines")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(first, "contractBalances")).isEqualTo(List.of(2L, 2L, 2L, 0L, 0L, 0L, 0L, 0L));
        assertThat(counts(second, "contracts")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(counts(second, "contractLines")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(counts(second, "contractBalances")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(column("select source_id || ' ' || kind from contract_line order by 1"))
                .containsExactly("ContractMilestones:12 MILESTONE", "ContractServices:12 SERVICE");
        assertThat(column("select source_id || ' ' || kind from contract_balance order by 1"))
                .containsExactly("ContractBlocks:12 BLOCK", "ContractRetainers:12 RETAINER");
        assertThat(column(BALANCES_AS_OF)).hasSize(2).doesNotContainAnyElementsOf(seen);
        assertThat(column("select value::numeric(9, 2)::text from contract where source_id = 12"))
                .containsExactly("345.00");
        assertThat(notices(migration)).doesNotContain("contracts MAYBE_HIDDEN");

        AUTOTASK.records("ContractServiceUnits", rows(units(11)));
        Answer third = run(migration);

        assertThat(counts(third, "contracts")).isEqualTo(List.of(2L, 2L, 0L, 1L, 1L, 0L, 0L, 0L));
        assertThat(counts(third, "contractLines")).isEqualTo(List.of(2L, 2L, 0L, 1L, 1L, 0L, 0L, 0L));
        assertThat(column("select value::numeric(9, 2)::text from contract where source_id = 12"))
                .containsExactly("379.50");
    }

    private void tellsLinesAndBalancesByEntityAndId(String migration) {
        Answer lines = api.get("/api/v1/contracts/" + contractId(12) + "/lines");
        Answer records = api.get(migration + "/records?entity=contractLines");

        assertThat(lines.at("/items/0/description")).isEqualTo("Managed Workplace");
        assertThat(lines.json().at("/items/0/paused").booleanValue()).isTrue();
        assertThat(elements(records.json().path("items"))
                        .map(item -> item.path("sourceId").asString()))
                .containsExactlyInAnyOrder("ContractServices:12", "ContractMilestones:12");
    }

    @Test
    void keepsWhatAPersonChoseUnlessAutotaskIsToWin() {
        AUTOTASK.records(
                "Contracts",
                rows(
                        contract(12).with("renewedContractID", 174),
                        contract(174),
                        contract(900),
                        contract(901).with("contractCategory", 13),
                        contract(902)));
        String migration = create();
        run(migration);
        edit(12, contract -> contract.put("renewedById", contractId(900)));
        edit(902, contract -> contract.put("name", "As we call it"));
        AUTOTASK.records("Contracts", rows(contract(902).with("contractName", "Renamed")));
        assertThat(column("select type from contract where source_id = 901")).containsExactly("MAINTENANCE");
        decide(migration, "1", "SUPPORT_PLAN");

        run(migration);

        assertThat(column("select type from contract where source_id = 901"))
                .as("a choice goes before what a category says, also where that is what Ascent proposes for the type")
                .containsExactly("SUPPORT_PLAN");
        assertThat(column("select name from contract where source_id = 902")).containsExactly("As we call it");
        assertThat(findings(migration, "contracts", 902))
                .contains("LOCAL_EDIT_KEPT contractName=Renamed -> As we call it");
        assertThat(column(RENEWED_BY)).containsExactly("Contract no. 900");
        assertThat(findings(migration, "contracts", 12))
                .anySatisfy(finding -> assertThat(finding).startsWith("LOCAL_EDIT_KEPT renewedContractID=174"));
        Answer edits = api.get(migration + "/edits");
        assertThat(elements(edits.json().path("items"))
                        .map(edit -> edit.path("inAscent").asString() + " / "
                                + edit.path("inAutotask").asString()))
                .containsExactlyInAnyOrder("Contract no. 900 / Contract no. 174", "As we call it / Renamed");

        start(migration, "{\"conflicts\":\"AUTOTASK_WINS\"}");
        ended(migration);

        assertThat(column(RENEWED_BY)).containsExactly("Contract no. 174");
        assertThat(column("select changes::text from audit_entry where changes::text like '%Renewed by%'"
                        + " and changes::text like '%Run 3%'"))
                .singleElement(as(STRING))
                .contains("Contract no. 900", "Contract no. 174");
    }

    @Test
    void linksRenewalsAndCutsCircles() {
        AUTOTASK.records("ContractBlocks", rows(part(13, 5).with("hours", "1")));
        AUTOTASK.records(
                "Contracts",
                rows(
                        contract(12).with("renewedContractID", 174),
                        contract(174).with("exclusionContractID", 12),
                        contract(900).with("renewedContractID", 901),
                        contract(901).with("renewedContractID", 900),
                        contract(902).with("renewedContractID", 902),
                        contract(903).with("renewedContractID", 5)));
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "contractBalances"))
                .as("one of a contract that is not there")
                .isEqualTo(List.of(3L, 2L, 2L, 0L, 0L, 0L, 1L, 0L));
        assertThat(column("select renewed_by_id::text from contract where source_id = 12"))
                .containsExactly(contractId(174));
        assertThat(column("select exclusion_contract_id::text from contract where source_id = 174"))
                .containsExactly(contractId(12));
        assertThat(column("select source_id::text from contract where renewed_by_id is not null"))
                .containsExactly("12");
        assertThat(findings(migration, "contracts", 903))
                .anySatisfy(finding -> assertThat(finding).startsWith("REFERENCE_MISSING renewedContractID=5"));
        assertCircles(migration);

        run(migration);

        assertCircles(migration);
    }

    /** A link that was left out is nothing that a person took away. */
    private void assertCircles(String migration) {
        for (long id : List.of(900L, 901L, 902L)) {
            assertThat(findings(migration, "contracts", id))
                    .anySatisfy(finding -> assertThat(finding).startsWith("CYCLE renewedContractID"))
                    .noneSatisfy(finding -> assertThat(finding).startsWith("LOCAL_EDIT_KEPT"));
        }
    }

    @Test
    void decidesTypesBeforeARunAndGoesOnWithoutUnitsThatItMayNotRead() {
        AUTOTASK.failAlways("ContractServiceUnits", StubFault.FORBIDDEN);
        String migration = create();

        Answer values = api.get(migration + "/values?size=100");
        decide(migration, "7", "MAINTENANCE");
        Answer ended = run(migration);

        assertThat(elements(values.json().path("items"))
                        .map(item -> item.path("entity").asString()))
                .contains("contracts");
        assertThat(column("select type from contract where source_id = 12")).containsExactly("MAINTENANCE");
        assertThat(counts(ended, "contractLines").get(1)).isEqualTo(2L);
        assertThat(Objects.requireNonNull(api.get(migration + "/report").text()))
                .contains("LOOKUP_UNREADABLE");
    }

    private void decide(String migration, String type, String target) {
        Answer decided = api.put(
                migration + "/values",
                """
                {"entity":"contracts","field":"contractType","value":"%s","target":"%s"}"""
                        .formatted(type, target));
        assertThat(decided.status()).as(decided.text()).isBetween(200, 204);
    }

    @Test
    void saysWhenAWholeTenantHasContractsWithoutAnyPart() {
        removeParts();
        String migration = create();

        run(migration);

        assertThat(notices(migration)).contains("contracts MAYBE_HIDDEN");
    }

    private static void removeParts() {
        for (String path : List.of("ContractServices", "ContractMilestones", "ContractBlocks", "ContractRetainers")) {
            AUTOTASK.remove(path, 12);
        }
    }

    /** Of the zones at the ends of the world, one has another day than the middle at any hour. */
    @Test
    void goesByTheDayOfTheOrganizationAndMissesNoPartsOfContractsThatHaveNone() {
        boolean ahead = LocalTime.now(Clock.systemUTC()).getHour() >= 11;
        String zone = ahead ? "Pacific/Kiritimati" : "Pacific/Pago_Pago";
        LocalDate end = ahead
                ? LocalDate.now(Clock.systemUTC())
                : LocalDate.now(Clock.systemUTC()).minusDays(1);
        removeParts();
        AUTOTASK.records(
                "Contracts",
                rows(
                        contract(12).with("contractType", 1).with("status", 0).with("endDate", end + "T00:00:00Z"),
                        contract(174)));
        String before = api.get("/api/v1/organization").text();
        ObjectNode there = (ObjectNode) api.get("/api/v1/organization").json();
        there.put("timeZone", zone);
        String migration = create();

        assertThat(api.put("/api/v1/organization", there.toString()).status()).isEqualTo(200);
        run(migration);
        api.put("/api/v1/organization", Objects.requireNonNull(before));

        assertThat(column("select status from contract where source_id = 12"))
                .containsExactly(ahead ? "ACTIVE" : "CANCELLED");
        assertThat(notices(migration)).doesNotContain("contracts MAYBE_HIDDEN");
    }

    private List<String> notices(String migration) {
        return elements(api.get(migration + "/report").json().path("notices"))
                .map(notice -> notice.path("entity").asString() + " "
                        + notice.path("code").asString())
                .toList();
    }

    @Test
    void appliesADecisionWithoutACall() {
        String migration = create();
        run(migration);
        decide(migration, "1", "NDA");
        List<String> read = column(BALANCES_AS_OF);
        AUTOTASK.forgetCalls();

        start(migration, "{\"kind\":\"REMAP\"}");
        Answer ended = ended(migration);

        assertThat(AUTOTASK.calls()).isEmpty();
        assertThat(counts(ended, "contracts")).isEqualTo(List.of(2L, 2L, 0L, 1L, 1L, 0L, 0L, 0L));
        assertThat(counts(ended, "contractLines")).isEqualTo(List.of(2L, 2L, 0L, 0L, 2L, 0L, 0L, 0L));
        assertThat(column("select type from contract where source_id = 174")).containsExactly("NDA");
        assertThat(column(BALANCES_AS_OF)).hasSize(2).isEqualTo(read);
        goesByTheDayOfTheReadingWhereNothingIsRead(migration);
        refusesToApplyDecisionsWhereTheDayOfTheReadingIsNotKnown(migration);
    }

    /** What was read is so on the day on which it was; nobody knows whether a contract was switched off since. */
    private void goesByTheDayOfTheReadingWhereNothingIsRead(String migration) {
        picklists("regexp_replace(content, '(\"label\":)\"\\d{4}-\\d\\d-\\d\\d\"', '\\1\"2020-01-15\"')");

        start(migration, "{\"kind\":\"REMAP\"}");
        ended(migration);

        assertThat(column("select units::int::text from contract_line where kind = 'SERVICE'"))
                .containsExactly("0");
        assertThat(column("select value::numeric(9, 2)::text from contract where source_id = 12"))
                .containsExactly("5795.00");
    }

    /** As after a first import that was cancelled early: what types there are was read before it, and the day was not. */
    private void refusesToApplyDecisionsWhereTheDayOfTheReadingIsNotKnown(String migration) {
        picklists("(content::jsonb #- '{tables,Run}')::text");

        Answer refused = api.post(migration + "/start", "{\"kind\":\"REMAP\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail"))
                .isEqualTo("Contracts were not read completely yet, so that decisions cannot be applied to them."
                        + " Run a full import, which reads them, or leave them out.");
        assertThat(api.get(migration + "/runs").at("/total"))
                .as("runs, as before")
                .isEqualTo("3");
    }

    private void picklists(String content) {
        jdbc.sql("update migration_picklist set content = " + content + " where entity like 'contract%'")
                .update();
    }
}
