package app.ascent.importing.company;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ClientImports.ParentLink;
import app.ascent.crm.ClientImports.ParentLost;
import app.ascent.crm.ClientImports.ParentsAssigned;
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
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parents of clients once all companies are loaded, since a parent may have a larger id than its child. Circles
 * show only when all parents are set, so the links are read twice: to set them, and to tell what became of each.
 */
final class ParentLinks {

    private final ClientImports clients;
    private final ImportBatch batches;
    private final RunContext run;
    private final Linking linking;
    private final Set<ClientId> kept = new HashSet<>();
    private final Set<ClientId> circular = new HashSet<>();
    private final List<ParentLost> lost = new ArrayList<>();

    ParentLinks(ClientImports clients, ImportBatch batches, RunContext run, Linking linking) {
        this.clients = clients;
        this.batches = batches;
        this.run = run;
        this.linking = linking;
    }

    void settle() {
        linking.each(CompanyMapper.PARENT, this::assign);
        circular.addAll(clients.dropCircles(run.organization()));
        giveBack();
        linking.each(CompanyMapper.PARENT, batch -> batch.forEach(this::conclude));
        tell();
    }

    /** What people would lose if their choices gave way. */
    List<LostLink> lost() {
        Map<ClientId, SourceId> records = new HashMap<>();
        Map<ClientId, ClientId> above = new HashMap<>();
        List<ParentLink> links = new ArrayList<>();
        linking.each(
                CompanyMapper.PARENT,
                batch -> batch.forEach(link -> {
                    ParentLink each = parentLink(link);
                    records.put(each.client(), link.record());
                    links.add(each);
                    if (each.parent() != null) {
                        above.put(each.client(), each.parent());
                    }
                }));
        List<ParentLost> chosen = clients.chosenParents(run.organization(), links).stream()
                .filter(each -> !standsInACircle(each.client(), above))
                .toList();
        Map<Object, String> names = batches.names()
                .of(
                        run.organization(),
                        chosen.stream()
                                .flatMap(each -> Stream.of(each.before(), each.after()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return chosen.stream()
                .filter(each -> records.containsKey(each.client()))
                .map(each -> new LostLink(
                        Objects.requireNonNull(records.get(each.client())),
                        new TargetId(each.client().value()),
                        CompanyMapper.PARENT,
                        each.before() == null ? null : names.get(each.before()),
                        each.after() == null ? null : names.get(each.after())))
                .toList();
    }

    private static boolean standsInACircle(ClientId client, Map<ClientId, ClientId> above) {
        Set<ClientId> seen = new HashSet<>();
        ClientId at = above.get(client);
        while (at != null && !at.equals(client) && seen.add(at)) {
            at = above.get(at);
        }
        return client.equals(at);
    }

    /** A circle does not say who belongs to whom, so what people chose does not give way to it. */
    private void giveBack() {
        List<ParentLost> chosen = lostToCircles();
        while (!chosen.isEmpty()) {
            clients.giveBackParents(run.organization(), chosen);
            lost.removeAll(chosen);
            circular.addAll(clients.dropCircles(run.organization()));
            chosen = lostToCircles();
        }
    }

    private List<ParentLost> lostToCircles() {
        return lost.stream().filter(each -> circular.contains(each.client())).toList();
    }

    private void assign(List<Link> batch) {
        List<ParentLink> links = batch.stream().map(ParentLinks::parentLink).toList();
        ParentsAssigned assigned =
                clients.assignParents(run.organization(), links, run.conflicts() == Conflicts.AUTOTASK_WINS);
        kept.addAll(assigned.kept());
        circular.addAll(assigned.circular());
        lost.addAll(assigned.lost());
    }

    private static ParentLink parentLink(Link link) {
        return new ParentLink(client(link), client(parent(link)), client(link.lastWritten()));
    }

    private void tell() {
        if (!lost.isEmpty()) {
            batches.activity().parents(run.organization(), batches.deed(run), lost);
        }
    }

    private void conclude(Link link) {
        reportMissing(link);
        if (kept.contains(client(link))) {
            report(link, Reason.LOCAL_EDIT_KEPT);
        } else if (link.to() != null && circular.contains(client(link))) {
            report(link, Reason.CYCLE);
            linking.written(CompanyMapper.PARENT, link.record(), null);
        } else {
            linking.written(CompanyMapper.PARENT, link.record(), parent(link));
        }
    }

    private void report(Link link, Reason reason) {
        String parent = link.to() == null ? null : link.to().id().toString();
        linking.report(link.record(), Finding.of(reason, CompanyMapper.PARENT, parent));
    }

    private void reportMissing(Link link) {
        if (link.to() == null || link.resolution() == null) {
            return;
        }
        String why = MissingCompany.why("Its parent company", link.to(), link.resolution());
        if (why != null) {
            linking.report(
                    link.record(),
                    Finding.of(
                                    Reason.REFERENCE_MISSING,
                                    CompanyMapper.PARENT,
                                    link.to().id().toString())
                            .saying(why + ". No parent client comes from there."));
        }
    }

    private static @Nullable TargetId parent(Link link) {
        return link.resolution() instanceof Resolution.Loaded loaded ? loaded.target() : null;
    }

    private static ClientId client(Link link) {
        return new ClientId(link.target().value());
    }

    private static @Nullable ClientId client(@Nullable TargetId target) {
        return target == null ? null : new ClientId(target.value());
    }
}
