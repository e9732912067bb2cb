package app.ascent.importing.company;

import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ClientImports.ParentLink;
import app.ascent.crm.ClientImports.ParentsAssigned;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Linking;
import app.ascent.migration.spi.Linking.Link;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.TargetId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parents of clients once all companies are loaded, since a parent may have a larger id than its child. Circles
 * show only when all parents are set, so the links are read twice: to set them, and to tell what became of each.
 */
final class ParentLinks {

    private final ClientImports clients;
    private final RunContext run;
    private final Linking linking;
    private final Set<ClientId> kept = new HashSet<>();
    private final Set<ClientId> circular = new HashSet<>();

    ParentLinks(ClientImports clients, RunContext run, Linking linking) {
        this.clients = clients;
        this.run = run;
        this.linking = linking;
    }

    void settle() {
        linking.each(CompanyMapper.PARENT, this::assign);
        circular.addAll(clients.dropCircles(run.organization()));
        linking.each(CompanyMapper.PARENT, batch -> batch.forEach(this::conclude));
    }

    private void assign(List<Link> batch) {
        List<ParentLink> links = batch.stream()
                .map(link -> new ParentLink(client(link), client(parent(link)), client(link.lastWritten())))
                .toList();
        ParentsAssigned assigned =
                clients.assignParents(run.organization(), links, run.conflicts() == Conflicts.AUTOTASK_WINS);
        kept.addAll(assigned.kept());
        circular.addAll(assigned.circular());
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
        String parent = link.to().id().toString();
        String why =
                switch (link.resolution()) {
                    case Resolution.Loaded _ -> null;
                    case Resolution.NotLoaded notLoaded ->
                        "Its parent company (%s) is not in Ascent (%s), so it has no parent client."
                                .formatted(parent, notLoaded.reason());
                    case Resolution.Unknown _ ->
                        "Autotask did not send its parent company (%s), so it has no parent client.".formatted(parent);
                };
        if (why != null) {
            linking.report(
                    link.record(),
                    Finding.of(Reason.REFERENCE_MISSING, CompanyMapper.PARENT, parent)
                            .saying(why));
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
