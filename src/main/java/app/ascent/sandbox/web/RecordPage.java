package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A page for people who follow a link to the practice tenant, where Autotask would show the record. */
@SandboxComponent
class RecordPage {

    private static final String HTML =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Practice tenant</title></head>
            <body>
            <main>
            <h1>Practice tenant</h1>
            <p>This is a pretend Autotask with invented companies, their contacts, contracts, projects and tickets, for trying a migration out.</p>
            <p>With a real Autotask this link would open %s.</p>
            </main>
            </body>
            </html>
            """;

    Answer of(HttpServletRequest request) {
        return Answer.html(200, HTML.formatted(subject(request)));
    }

    private static String subject(HttpServletRequest request) {
        String code = request.getParameter("Code");
        if ("OpenAccount".equalsIgnoreCase(code)) {
            return "the company" + number(request.getParameter("AccountID"));
        }
        if ("OpenContact".equalsIgnoreCase(code)) {
            return "the contact" + number(request.getParameter("ContactID"));
        }
        if ("OpenContract".equalsIgnoreCase(code)) {
            return "the contract" + number(request.getParameter("ContractID"));
        }
        if ("OpenTicketDetail".equalsIgnoreCase(code)) {
            return "the ticket" + number(request.getParameter("TicketID"));
        }
        return "the record there";
    }

    private static String number(@Nullable String id) {
        return id != null && id.matches("\\d{1,18}") ? " with the id " + id : "";
    }
}
