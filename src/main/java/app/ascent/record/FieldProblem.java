package app.ascent.record;

import java.util.List;

/**
 * Why the value of one field was not accepted.
 *
 * @param code key of the sentence that tells people what to do, without its prefix {@code record.problem.}
 * @param arguments what the sentence names, such as a limit
 */
public record FieldProblem(String field, String code, List<Object> arguments) {

    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }
}
