package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other kinds show on the pages of a record, to those who may see it. */
@Component
public class Panels {

    private final List<Panel<?>> panels;
    private final CurrentUser currentUser;

    Panels(List<Panel<?>> panels, CurrentUser currentUser) {
        this.panels = panels;
        this.currentUser = currentUser;
    }

    /**
     * A tab; without a count as long as nobody has counted.
     *
     * @param figure what is read in place of the count, where that is no number
     */
    public record Tab(String label, String address, @Nullable Long count, @Nullable String figure) {}

    /** What counting would cost does not keep a page waiting: {@link #counted} follows. */
    public List<Tab> tabs(Object id) {
        return of(id).map(panel -> tab(panel, id)).toList();
    }

    public List<Tab> counted(Object id) {
        return of(id).map(panel -> counted(panel, id)).toList();
    }

    public List<Panel.Block> blocks(Object id) {
        return of(id).map(panel -> block(panel, id)).toList();
    }

    private Stream<Panel<?>> of(Object id) {
        return panels.stream()
                .filter(panel -> panel.ids().isInstance(id))
                .filter(panel -> Permitted.to(panel.authority()));
    }

    private <I> Tab tab(Panel<I> panel, Object id) {
        return new Tab(panel.label(), panel.address(panel.ids().cast(id)), null, null);
    }

    private <I> Tab counted(Panel<I> panel, Object id) {
        I record = panel.ids().cast(id);
        OrganizationId organization = currentUser.organization();
        String figure = panel.figure(organization, record);
        return new Tab(
                panel.label(), panel.address(record), figure == null ? panel.count(organization, record) : 0, figure);
    }

    private <I> Panel.Block block(Panel<I> panel, Object id) {
        return panel.block(currentUser.organization(), panel.ids().cast(id));
    }
}
