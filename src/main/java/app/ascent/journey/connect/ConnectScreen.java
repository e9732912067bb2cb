package app.ascent.journey.connect;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The empty form, which an organization without a migration meets first. */
@Component
public class ConnectScreen {

    private final ConnectViews views;

    ConnectScreen(ConnectViews views) {
        this.views = views;
    }

    public String show(Model model) {
        model.addAttribute("view", views.of("", "", null, false));
        return "journey/connect";
    }
}
