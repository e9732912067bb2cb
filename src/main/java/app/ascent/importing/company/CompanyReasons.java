package app.ascent.importing.company;

import app.ascent.migration.spi.Reason;
import java.util.Set;

/** What only companies are remarked on for. */
final class CompanyReasons {

    static final Reason SAME_NAME = Reason.remark("SAME_NAME");

    static final Set<Reason> ALL = Set.of(SAME_NAME);

    private CompanyReasons() {}
}
