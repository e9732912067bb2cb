package app.ascent.record.page;

import static app.ascent.web.Problems.problem;

import app.ascent.record.RecordRefused;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a record was refused, for programs. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class RecordProblems {

    /** One refused value, in the shape the shell gives its own refusals. */
    record Refused(String field, String message) {}

    private final ProblemWords words;

    RecordProblems(ProblemWords words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(RecordRefused refusal) {
        return switch (refusal) {
            case RecordRefused.Unknown _ ->
                problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
            case RecordRefused.Invalid invalid -> {
                ProblemDetail problem =
                        problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", "Some values were refused.");
                List<Refused> errors = invalid.problems().stream()
                        .map(each -> new Refused(each.field(), words.say(each)))
                        .toList();
                problem.setProperty("errors", errors);
                yield problem;
            }
            case RecordRefused.ChangedMeanwhile _ ->
                problem(HttpStatus.CONFLICT, "changed-meanwhile", words.say("record.changed-meanwhile"));
            case RecordRefused.Closed closed ->
                problem(HttpStatus.CONFLICT, closed.kind() + "-closed", words.say("record.closed"));
            case RecordRefused.Held held -> {
                ProblemDetail problem = problem(HttpStatus.CONFLICT, held.kind() + "-held", words.say(held.problem()));
                problem.setProperty("field", held.problem().field());
                yield problem;
            }
            case RecordRefused.InUse inUse -> problem(HttpStatus.CONFLICT, inUse.kind() + "-in-use", words.say(inUse));
        };
    }
}
