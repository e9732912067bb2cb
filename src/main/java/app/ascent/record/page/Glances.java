package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What kinds tell on the first page, to those who may see it. */
@Component
public class Glances {

    private final List<Glance> glances;
    private final CurrentUser currentUser;

    Glances(List<Glance> glances, CurrentUser currentUser) {
        this.glances =
                glances.stream().sorted(Comparator.comparingInt(Glance::place)).toList();
        this.currentUser = currentUser;
    }

    public List<Glance.Shown> all() {
        return glances.stream()
                .filter(glance -> Permitted.to(glance.authority()))
                .map(glance -> glance.of(currentUser.organization()))
                .<Glance.Shown>mapMulti((shown, some) -> {
                    if (shown != null) {
                        some.accept(shown);
                    }
                })
                .toList();
    }
}
