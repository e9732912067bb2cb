package app.ascent.crm.web;

import static app.ascent.web.Problems.problem;

import app.ascent.crm.CrmRefused;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a client or contact was refused, for programs. */
@RestControllerAdvice(assignableTypes = {ClientController.class, ContactController.class})
class CrmProblems {

    /** One refused value, in the shape the shell gives its own refusals. */
    record Refused(String field, String message) {}

    private final ProblemWords words;

    CrmProblems(ProblemWords words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail refused(CrmRefused refusal) {
        return switch (refusal) {
            case CrmRefused.Unknown _ ->
                problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
            case CrmRefused.Invalid invalid -> {
                ProblemDetail problem =
                        problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", "Some values were refused.");
                List<Refused> errors = invalid.problems().stream()
                        .map(each -> new Refused(each.field(), words.say(each)))
                        .toList();
                problem.setProperty("errors", errors);
                yield problem;
            }
            case CrmRefused.ChangedMeanwhile _ ->
                problem(HttpStatus.CONFLICT, "changed-meanwhile", words.say("crm.changed-meanwhile"));
            case CrmRefused.InUse inUse -> problem(HttpStatus.CONFLICT, "client-in-use", words.say(inUse));
        };
    }
}
