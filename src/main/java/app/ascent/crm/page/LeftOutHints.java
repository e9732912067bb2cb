package app.ascent.crm.page;

import app.ascent.crm.NotImported;
import app.ascent.crm.NotImported.LeftOut;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Permitted;
import app.ascent.record.table.SearchText;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a search for an id of the source has to say where that record was not imported, to those who may open its page. */
@Component
public class LeftOutHints {

    private static final String MAY_OPEN = "migrations.manage";

    private final ObjectProvider<NotImported> sources;
    private final CurrentUser currentUser;

    LeftOutHints(ObjectProvider<NotImported> sources, CurrentUser currentUser) {
        this.sources = sources;
        this.currentUser = currentUser;
    }

    /**
     * @param list which found nothing: {@code clients}
     * @param words that were searched for
     */
    public @Nullable LeftOut of(String list, String words) {
        OptionalLong id = SearchText.sourceId(words);
        if (id.isEmpty() || !Permitted.to(MAY_OPEN)) {
            return null;
        }
        OrganizationId organization = currentUser.organization();
        return sources.stream()
                .flatMap(each -> each.find(organization, list, id.getAsLong()).stream())
                .findFirst()
                .orElse(null);
    }
}
