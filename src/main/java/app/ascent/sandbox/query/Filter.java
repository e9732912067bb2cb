package app.ascent.sandbox.query;

import app.ascent.sandbox.tenant.Row;
import java.util.List;

/** Which records a query wants. */
sealed interface Filter {

    boolean accepts(Row row);

    /** Bounds on the id that hold for every record it accepts. */
    IdRange ids();

    /** Whether {@link #ids()} says it all. */
    boolean idsOnly();

    /** Conditions every record it accepts meets, that hold a field against numbers. */
    default List<Condition> keys() {
        return List.of();
    }

    record And(List<Filter> parts) implements Filter {

        @Override
        public boolean accepts(Row row) {
            for (Filter part : parts) {
                if (!part.accepts(row)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public IdRange ids() {
            return parts.stream().map(Filter::ids).reduce(IdRange.ALL, IdRange::and);
        }

        @Override
        public List<Condition> keys() {
            return parts.stream().flatMap(part -> part.keys().stream()).toList();
        }

        @Override
        public boolean idsOnly() {
            return parts.stream().allMatch(Filter::idsOnly);
        }
    }

    record Or(List<Filter> parts) implements Filter {

        @Override
        public boolean accepts(Row row) {
            for (Filter part : parts) {
                if (part.accepts(row)) {
                    return true;
                }
            }
            return parts.isEmpty();
        }

        @Override
        public IdRange ids() {
            return IdRange.ALL;
        }

        @Override
        public boolean idsOnly() {
            return parts.isEmpty();
        }
    }

    record Condition(Operand field, Operator operator, List<Comparable<?>> values) implements Filter {

        @Override
        public boolean accepts(Row row) {
            Comparable<?> held = field.of(row);
            return switch (operator) {
                case EXIST -> held != null;
                case NOT_EXIST -> held == null;
                case NOT_IN -> held != null && !matches(held, Operator.EQ);
                case NOTEQ -> held != null && !matches(held, Operator.EQ);
                case EQ, IN -> held != null && matches(held, Operator.EQ);
                case GT, GTE, LT, LTE, BEGINS_WITH, ENDS_WITH, CONTAINS -> held != null && matches(held, operator);
            };
        }

        private boolean matches(Comparable<?> held, Operator by) {
            for (Comparable<?> value : values) {
                if (Operand.matches(held, by, value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public IdRange ids() {
            if (!field.isId() || values.isEmpty() || !(values.getFirst() instanceof Long value)) {
                return IdRange.ALL;
            }
            return switch (operator) {
                case GT -> new IdRange(Math.max(value, value + 1), Long.MAX_VALUE);
                case GTE -> new IdRange(value, Long.MAX_VALUE);
                case LT -> new IdRange(IdRange.ALL.from(), Math.min(value, value - 1));
                case LTE -> new IdRange(IdRange.ALL.from(), value);
                case EQ -> new IdRange(value, value);
                case IN -> extremes();
                case NOTEQ, NOT_IN, EXIST, NOT_EXIST, BEGINS_WITH, ENDS_WITH, CONTAINS -> IdRange.ALL;
            };
        }

        @Override
        public List<Condition> keys() {
            boolean equals = operator == Operator.EQ || operator == Operator.IN;
            boolean key = equals && field.index() >= 0 && values.stream().allMatch(Long.class::isInstance);
            return key ? List.of(this) : List.of();
        }

        List<Long> numbers() {
            return values.stream().map(Long.class::cast).distinct().toList();
        }

        private IdRange extremes() {
            var ids = values.stream().mapToLong(value -> (Long) value).summaryStatistics();
            return new IdRange(ids.getMin(), ids.getMax());
        }

        @Override
        public boolean idsOnly() {
            return field.isId()
                    && switch (operator) {
                        case GT, GTE, LT, LTE, EQ, EXIST -> true;
                        case IN, NOTEQ, NOT_IN, NOT_EXIST, BEGINS_WITH, ENDS_WITH, CONTAINS -> false;
                    };
        }
    }
}
