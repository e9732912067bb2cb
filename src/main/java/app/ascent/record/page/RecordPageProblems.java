package app.ascent.record.page;

import app.ascent.record.RecordRefused;
import app.ascent.web.PageNotice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of a page's request that was refused where no form could show why. */
@ControllerAdvice(annotations = Controller.class)
@Order(1) // a program is answered by RecordProblems
class RecordPageProblems {

    private final ProblemWords words;

    RecordPageProblems(ProblemWords words) {
        this.words = words;
    }

    /** Shows whoever follows a link to a record that is gone, or another organization's, that there is nothing. */
    @ExceptionHandler
    void unknown(RecordRefused.Unknown refusal, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    /** A button was pressed in the same moment in which somebody else changed the record: it is shown as it is now. */
    @ExceptionHandler
    String changedMeanwhile(
            RecordRefused.ChangedMeanwhile refusal, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                PageNotice.ATTRIBUTE,
                PageNotice.refused(words.say("form.changed"), words.say("record.changed-meanwhile.action")));
        return toTheRecord(request);
    }

    /** The same where somebody closed it. */
    @ExceptionHandler
    String closed(RecordRefused.Closed refusal, HttpServletRequest request, RedirectAttributes redirect) {
        redirect.addFlashAttribute(PageNotice.ATTRIBUTE, PageNotice.refused(words.say("record.closed"), null));
        return toTheRecord(request);
    }

    private static String toTheRecord(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "redirect:" + path.substring(0, path.lastIndexOf('/'));
    }
}
