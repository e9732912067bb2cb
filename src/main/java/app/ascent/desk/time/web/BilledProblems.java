package app.ascent.desk.time.web;

import static app.ascent.web.Problems.problem;

import app.ascent.desk.time.TimeEntryBilled;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why an entry was not changed that is on its way to an invoice, for programs. */
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class BilledProblems {

    private final BilledWords words;

    BilledProblems(BilledWords words) {
        this.words = words;
    }

    @ExceptionHandler
    ProblemDetail billed(TimeEntryBilled refusal) {
        return problem(HttpStatus.CONFLICT, "time-entry-billed", words.why(refusal));
    }
}
