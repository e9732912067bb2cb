package app.ascent.importing.contract;

import app.ascent.contracts.ContractActivity;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractImports;
import app.ascent.contracts.ContractImports.LinkTo;
import app.ascent.contracts.ContractImports.OwnLink;
import app.ascent.importing.ImportBatch;
import app.ascent.importing.MissingCompany;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Linking;
import app.ascent.migration.spi.Linking.Link;
import app.ascent.migration.spi.LostLink;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.TargetId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Links contracts once all of them are loaded: to the one that renewed them, and to the one that is charged for what they
 * exclude. Circles show only when all links are set, so these are gone through twice: to set them, and to tell what became
 * of each.
 */
final class ContractLinking {

    private static final Map<String, ContractImports.Link> LINKS = Map.of(
            ContractMapper.RENEWED_BY, ContractImports.Link.RENEWED_BY,
            ContractMapper.EXCLUSION, ContractImports.Link.EXCLUSION);

    private final ContractImports contracts;
    private final ContractActivity activity;
    private final ImportBatch batches;
    private final RunContext run;
    private final Linking linking;

    ContractLinking(
            ContractImports contracts,
            ContractActivity activity,
            ImportBatch batches,
            RunContext run,
            Linking linking) {
        this.contracts = contracts;
        this.activity = activity;
        this.batches = batches;
        this.run = run;
        this.linking = linking;
    }

    void settle() {
        LINKS.forEach(this::settle);
    }

    private void settle(String field, ContractImports.Link link) {
        boolean overwrite = run.conflicts() == Conflicts.AUTOTASK_WINS;
        List<OwnLink> own = new ArrayList<>();
        Set<ContractId> set = new HashSet<>();
        linking.each(field, batch -> {
            List<LinkTo> links = batch.stream().map(ContractLinking::linkTo).toList();
            own.addAll(contracts.link(run.organization(), link, links, overwrite));
            links.stream().map(LinkTo::contract).forEach(set::add);
        });
        Set<ContractId> chosen = own.stream().map(OwnLink::contract).collect(Collectors.toSet());
        set.removeAll(chosen);
        Set<ContractId> circular =
                link == ContractImports.Link.RENEWED_BY ? contracts.cutCircles(run.organization(), set) : Set.of();
        Set<ContractId> kept = overwrite ? Set.of() : chosen;
        linking.each(field, batch -> batch.forEach(each -> conclude(field, each, kept, circular)));
        if (overwrite && !own.isEmpty()) {
            activity.links(run.organization(), batches.deed(run), link, own);
        }
    }

    /** What people would lose if their choices gave way. */
    List<LostLink> lost() {
        List<LostLink> lost = new ArrayList<>();
        LINKS.forEach((field, link) -> linking.each(field, batch -> {
            List<OwnLink> own = contracts.own(
                    run.organization(),
                    link,
                    batch.stream().map(ContractLinking::linkTo).toList());
            Map<Object, String> names = batches.names()
                    .of(
                            run.organization(),
                            own.stream()
                                    .flatMap(each -> Stream.of(each.before(), each.after()))
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toSet()));
            for (OwnLink each : own) {
                batch.stream()
                        .filter(from -> contract(from.target()).equals(each.contract()))
                        .map(from -> new LostLink(
                                from.record(),
                                from.target(),
                                field,
                                each.before() == null ? null : names.get(each.before()),
                                names.get(each.after())))
                        .forEach(lost::add);
            }
        }));
        return lost;
    }

    private void conclude(String field, Link link, Set<ContractId> kept, Set<ContractId> circular) {
        ContractId contract = contract(link.target());
        TargetId other = target(link);
        boolean circle = link.target().equals(other) || circular.contains(contract);
        if (kept.contains(contract)) {
            report(field, link, Reason.LOCAL_EDIT_KEPT, null);
        } else if (other != null && circle) {
            report(field, link, Reason.CYCLE, "Contracts renew one another in a circle, so this link was left out.");
        } else if (link.to() != null && link.resolution() != null && other == null) {
            report(
                    field,
                    link,
                    Reason.REFERENCE_MISSING,
                    MissingCompany.why("The contract it names", link.to(), link.resolution())
                            + ". It stands without that link.");
        }
        linking.written(field, link.record(), circle ? null : other);
    }

    private void report(String field, Link link, Reason reason, @Nullable String sentence) {
        Finding finding = Finding.of(
                reason, field, link.to() == null ? null : link.to().id().toString());
        linking.report(link.record(), sentence == null ? finding : finding.saying(sentence));
    }

    private static LinkTo linkTo(Link link) {
        TargetId other = target(link);
        TargetId last = link.lastWritten();
        return new LinkTo(
                contract(link.target()), other == null ? null : contract(other), last == null ? null : contract(last));
    }

    private static @Nullable TargetId target(Link link) {
        return link.resolution() instanceof Resolution.Loaded loaded ? loaded.target() : null;
    }

    private static ContractId contract(TargetId target) {
        return new ContractId(target.value());
    }
}
