package app.ascent.journey.connect;

import app.ascent.importing.MigrationService;
import app.ascent.journey.KindRows;
import app.ascent.journey.RecordTypes;
import app.ascent.journey.StepView;
import app.ascent.journey.connect.ConnectView.Practice;
import app.ascent.migration.Migrations;
import app.ascent.web.PracticeTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** The page on which credentials are entered; an organization without a migration meets it first. */
@Component
public class ConnectScreen {

    private final JsonMapper json = JsonMapper.shared();
    private final MigrationService service;
    private final Migrations migrations;
    private final PracticeTenant tenant;
    private final RecordTypes types;

    ConnectScreen(MigrationService service, Migrations migrations, PracticeTenant tenant, RecordTypes types) {
        this.service = service;
        this.migrations = migrations;
        this.tenant = tenant;
        this.types = types;
    }

    public String show(Model model) {
        model.addAttribute("view", of("", "", null, false));
        return "journey/connect";
    }

    /** @param fill whether the practice tenant's values, which are no secrets, stand in the form */
    ConnectView of(String apiUser, String zoneUrl, @Nullable TestView test, boolean fill) {
        boolean filled = fill && tenant.enabled();
        List<String> kinds = kinds();
        return new ConnectView(
                types.list(kinds),
                types.targets(kinds),
                StepView.at(StepView.CONNECT),
                filled ? tenant.apiUser() : apiUser,
                filled ? "" : zoneUrl,
                Map.of(),
                null,
                test,
                practice(),
                filled,
                hasMigrations());
    }

    /** The form with what is wrong in it. */
    ConnectView of(CredentialsForm form) {
        Map<String, String> problems = form.problems();
        List<String> kinds = kinds();
        return new ConnectView(
                types.list(kinds),
                types.targets(kinds),
                StepView.at(StepView.CONNECT),
                form.shownUser(),
                form.shownZone(),
                problems,
                problems.keySet().iterator().next(),
                null,
                practice(),
                false,
                hasMigrations());
    }

    private List<String> kinds() {
        return KindRows.of(migrations.entities(), types::kind).stream()
                .<String>map(KindRows::kind)
                .toList();
    }

    private boolean hasMigrations() {
        return service.list(PageRequest.of(0, 1)).hasContent();
    }

    private @Nullable Practice practice() {
        if (!tenant.enabled()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("apiUser", tenant.apiUser());
        values.put("secret", tenant.secret());
        values.put("integrationCode", tenant.integrationCode());
        return new Practice(
                tenant.apiUser(), tenant.secret(), tenant.integrationCode(), json.writeValueAsString(values));
    }
}
