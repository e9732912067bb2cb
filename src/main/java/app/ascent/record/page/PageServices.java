package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.record.Arrivals;
import org.springframework.stereotype.Component;

/** What each {@link RecordPages} needs beside its own kind. */
@Component
public record PageServices(Panels panels, RecordActivity activity, Arrivals arrivals, CurrentUser currentUser) {}
