package app.ascent.importing.contact;

import app.ascent.migration.spi.Reason;
import java.util.Set;

/** What only contacts are remarked on for. */
final class ContactReasons {

    static final Reason INVALID_EMAIL = Reason.remark("INVALID_EMAIL");
    static final Reason SAME_EMAIL = Reason.remark("SAME_EMAIL");
    static final Reason SECOND_PRIMARY = Reason.remark("SECOND_PRIMARY");
    static final Reason CLIENT_KEPT = Reason.remark("CLIENT_KEPT");

    static final Set<Reason> ALL = Set.of(INVALID_EMAIL, SAME_EMAIL, SECOND_PRIMARY, CLIENT_KEPT);

    private ContactReasons() {}
}
