package app.ascent.importing.contract;

import app.ascent.migration.spi.Reason;
import java.util.Set;

/** What only contracts are remarked on for. */
final class ContractReasons {

    static final Reason NEGATIVE_VALUE = Reason.remark("NEGATIVE_VALUE");

    static final Set<Reason> ALL = Set.of(NEGATIVE_VALUE);

    private ContractReasons() {}
}
