package app.ascent.record;

import java.util.List;
import java.util.UUID;

/** Why a record was not read or changed. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class RecordRefused extends RuntimeException {

    private RecordRefused(String message) {
        super(message);
    }

    /** The organization has no such record. */
    public static final class Unknown extends RecordRefused {

        public Unknown(UUID id) {
            super("No record " + id);
        }
    }

    /** Some values were not accepted. */
    public static final class Invalid extends RecordRefused {

        private final transient List<FieldProblem> problems;

        public Invalid(List<FieldProblem> problems) {
            super("Refused: " + problems);
            this.problems = problems;
        }

        public List<FieldProblem> problems() {
            return problems;
        }
    }

    /** Somebody else changed the record since it was read. */
    public static final class ChangedMeanwhile extends RecordRefused {

        public ChangedMeanwhile(UUID id) {
            super("Changed meanwhile: " + id);
        }
    }

    /** It is done, and nobody changes it until somebody reopens it. */
    public static final class Closed extends RecordRefused {

        private final String kind;

        /** @param kind of the record, in one word: {@code ticket} */
        public Closed(String kind, UUID id) {
            super("Closed: %s %s".formatted(kind, id));
            this.kind = kind;
        }

        public String kind() {
            return kind;
        }
    }

    /** What hangs on it has to stay with the client that it has. */
    public static final class Held extends RecordRefused {

        private final String kind;
        private final transient FieldProblem problem;

        /**
         * @param kind of the record, in one word: {@code ticket}
         * @param field that names the client
         */
        public Held(String kind, UUID id, String field, Dependents some) {
            super("Held: %s %s".formatted(kind, id));
            this.kind = kind;
            this.problem = FieldProblem.of(field, "held-by-client", some);
        }

        public String kind() {
            return kind;
        }

        public FieldProblem problem() {
            return problem;
        }
    }

    /** Others belong to it and would lose their home. */
    public static final class InUse extends RecordRefused {

        private final String kind;
        private final transient List<Dependents> dependents;

        /**
         * @param kind of the record, in one word: {@code client}
         * @param dependents what belongs to it, or nothing where that came in this very moment
         */
        public InUse(String kind, UUID id, List<Dependents> dependents) {
            super("In use: %s %s".formatted(kind, id));
            this.kind = kind;
            this.dependents = dependents;
        }

        public String kind() {
            return kind;
        }

        public List<Dependents> dependents() {
            return dependents;
        }
    }

    /**
     * Records of one kind that belong to another record.
     *
     * @param words key of the message that names them, which is given their number and that number as people write it
     * @param lasting whether nobody can move or delete them
     */
    public record Dependents(String words, long count, boolean lasting) {

        public Dependents(String words, long count) {
            this(words, count, false);
        }
    }
}
