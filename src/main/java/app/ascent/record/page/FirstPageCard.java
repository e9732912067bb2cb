package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import org.jspecify.annotations.Nullable;

/** A card of one kind of record on the first page. Contributed by the kind, so that the page knows none. */
public interface FirstPageCard {

    /** Where it stands among the others, the lowest first. */
    int place();

    /** Who sees it. */
    String authority();

    /** Null where there is nothing to show, and never will be. */
    @Nullable
    Shown of(OrganizationId organization);

    /**
     * @param template whose fragment {@code card(card)} is the card
     * @param shown what it shows, for that template to know
     */
    record Shown(String template, Object shown) {}
}
