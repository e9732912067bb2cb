package app.ascent.contracts.web;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.BalanceKind;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractLinks;
import app.ascent.contracts.ContractParts;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Contracts;
import app.ascent.contracts.LineFields;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Decimals;
import app.ascent.record.page.Named;
import app.ascent.record.page.RecordLinks;
import app.ascent.record.page.SourceCard;
import app.ascent.record.page.SourceCards;
import app.ascent.record.table.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Collects what the sheet of one contract shows. */
@Component
class ContractSheets {

    private static final PageRequest PARTS = PageRequest.of(0, 500);
    private static final PageRequest FEW = PageRequest.of(0, 10);

    private final Contracts contracts;
    private final ContractParts parts;
    private final RecordLinks links;
    private final SourceCards sourceCards;
    private final CurrentUser currentUser;

    ContractSheets(
            Contracts contracts,
            ContractParts parts,
            RecordLinks links,
            SourceCards sourceCards,
            CurrentUser currentUser) {
        this.contracts = contracts;
        this.parts = parts;
        this.links = links;
        this.sourceCards = sourceCards;
        this.currentUser = currentUser;
    }

    /** Everything beneath the head of the page. */
    record Sheet(
            ContractFields fields,
            @Nullable Named contact,
            @Nullable Named renewedBy,
            Page<Named> renews,
            @Nullable Named exclusion,
            Lines lines,
            List<Balances> balances,
            @Nullable SourceCard source) {}

    /**
     * @param monthly what all of them come to a month, milestones aside
     * @param paused how many of them bill nothing
     */
    record Lines(List<LineFields> shown, long all, BigDecimal monthly, long paused) {

        static Lines of(Page<Part<LineFields>> page) {
            List<LineFields> shown = page.map(Part::fields).getContent();
            BigDecimal monthly = shown.stream()
                    .filter(line -> !line.once())
                    .map(LineFields::monthlyAmount)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Lines(
                    shown,
                    page.getTotalElements(),
                    Decimals.amount(monthly),
                    shown.stream().filter(LineFields::paused).count());
        }
    }

    /**
     * All of one kind, with sums of those that are still valid.
     *
     * @param asOf when the first of them was read
     */
    record Balances(
            BalanceKind kind,
            List<BalanceFields> shown,
            BigDecimal bought,
            BigDecimal used,
            BigDecimal left,
            Instant asOf) {

        static Balances of(BalanceKind kind, List<BalanceFields> shown) {
            List<BalanceFields> active =
                    shown.stream().filter(BalanceFields::active).toList();
            BigDecimal bought = sum(active.stream().map(BalanceFields::bought));
            BigDecimal used = sum(active.stream().map(BalanceFields::used));
            return new Balances(
                    kind,
                    shown,
                    bought,
                    used,
                    Decimals.amount(bought.subtract(used)),
                    shown.stream()
                            .map(BalanceFields::asOf)
                            .min(Comparator.naturalOrder())
                            .orElseThrow());
        }

        private static BigDecimal sum(Stream<BigDecimal> amounts) {
            return Decimals.amount(amounts.reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    Sheet of(ContractView contract) {
        OrganizationId organization = currentUser.organization();
        ContractFields fields = contract.fields();
        ContractLinks others = contract.links();
        Map<Object, Named> linked = links.to(fields.contactId(), others.renewedById(), others.exclusionContractId());
        return new Sheet(
                fields,
                linked.get(fields.contactId()),
                linked.get(others.renewedById()),
                contracts
                        .renewedBy(organization, contract.id(), FEW)
                        .map(each -> new Named(each.id().value(), each.name())),
                linked.get(others.exclusionContractId()),
                Lines.of(parts.lines(organization, contract.id(), PARTS)),
                balances(parts.balances(organization, contract.id(), PARTS)
                        .map(Part::fields)
                        .getContent()),
                sourceCards.of(
                        organization,
                        "contracts",
                        contract.source(),
                        contracts.sourceTrace(organization, contract.id())));
    }

    private static List<Balances> balances(List<BalanceFields> all) {
        return Arrays.stream(BalanceKind.values())
                .map(kind ->
                        all.stream().filter(balance -> balance.kind() == kind).toList())
                .filter(some -> !some.isEmpty())
                .map(some -> Balances.of(some.getFirst().kind(), some))
                .toList();
    }
}
