package app.ascent.crm;

import java.util.List;
import java.util.UUID;

/** Why a client or contact was not read or changed. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class CrmRefused extends RuntimeException {

    private CrmRefused(String message) {
        super(message);
    }

    /** The organization has no such record. */
    public static final class Unknown extends CrmRefused {

        Unknown(UUID id) {
            super("No record " + id);
        }
    }

    /** Some values were not accepted. */
    public static final class Invalid extends CrmRefused {

        private final transient List<FieldProblem> problems;

        Invalid(List<FieldProblem> problems) {
            super("Refused: " + problems);
            this.problems = problems;
        }

        public List<FieldProblem> problems() {
            return problems;
        }
    }

    /** Somebody else changed the record since it was read. */
    public static final class ChangedMeanwhile extends CrmRefused {

        ChangedMeanwhile(UUID id) {
            super("Changed meanwhile: " + id);
        }
    }

    /** A client keeps its contacts and the clients below it from losing their home. */
    public static final class InUse extends CrmRefused {

        private final long contacts;
        private final long children;

        InUse(ClientId client, long contacts, long children) {
            super("In use: " + client);
            this.contacts = contacts;
            this.children = children;
        }

        public long contacts() {
            return contacts;
        }

        public long children() {
            return children;
        }
    }
}
