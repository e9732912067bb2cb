package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import java.util.List;
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

    public List<Panel.Content> of(Object id) {
        return panels.stream()
                .filter(panel -> panel.ids().isInstance(id))
                .filter(panel -> Permitted.to(panel.authority()))
                .map(panel -> content(panel, id))
                .toList();
    }

    private <I> Panel.Content content(Panel<I> panel, Object id) {
        return panel.of(currentUser.organization(), panel.ids().cast(id));
    }
}
