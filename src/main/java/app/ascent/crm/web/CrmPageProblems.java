package app.ascent.crm.web;

import app.ascent.crm.CrmRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows whoever follows a link to a record that is gone, or another organization's, that there is nothing. */
@ControllerAdvice(assignableTypes = {ClientPages.class, ClientForms.class, ContactPages.class, ContactForms.class})
class CrmPageProblems {

    @ExceptionHandler
    void unknown(CrmRefused.Unknown refusal, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
