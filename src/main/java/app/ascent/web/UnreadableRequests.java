package app.ascent.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the server refuses before any code of ours sees it, such as an address with characters that none may have,
 * and what failed so early or so late that no filter and no error page could: a problem for programs, a page for people. No template and no navigation here, for there is no request to speak of yet.
 * The server makes it by the name of its class, once for each host.
 */
public class UnreadableRequests extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRequests.class);

    private static final String PROBLEM =
            """
            {"type":"/problems/bad-request","title":"Bad Request","status":%d,"detail":"The request could not be read."}""";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not readable · Ascent</title></head>
            <body><main><h1>This address cannot be read</h1>
            <p>It has characters that no address may have, or the browser sent too much with it. Nothing was changed.</p>
            <p><a href="/">Open Ascent</a></p></main></body>
            </html>
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (open.get()) {
            answer(request, response, failure);
        }
    }

    private static void answer(Request request, Response response, @Nullable Throwable failure) {
        boolean program = isOfAProgram(request);
        boolean ours = response.getStatus() >= 500;
        MimeHeaders headers = response.getCoyoteResponse().getMimeHeaders();
        headers.setValue("X-Content-Type-Options").setString("nosniff");
        headers.setValue("Content-Security-Policy")
                .setString(
                        ours
                                ? FaultAnswer.CONTENT_POLICY
                                : "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'");
        try {
            response.setContentType(program ? "application/problem+json" : "text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        ours ? fault(request, response, failure, program) : refusal(response.getStatus(), program));
                response.finishResponse();
            }
        } catch (IOException gone) {
            LOG.debug("Nobody waited for the answer to an unreadable request", gone);
        }
    }

    private static String refusal(int status, boolean program) {
        return program ? PROBLEM.formatted(status) : PAGE;
    }

    /** Readable, but no filter and no page of ours came to answer it. */
    private static String fault(Request request, Response response, @Nullable Throwable failure, boolean program) {
        String id = errorId(request, response, failure);
        String base = request.getContext() == null ? "" : request.getContextPath();
        return program
                ? FaultAnswer.problem(response.getStatus(), id)
                : FaultAnswer.page(base, Shell.theme(request), id);
    }

    private static String errorId(Request request, Response response, @Nullable Throwable failure) {
        return request.getAttribute(ErrorIds.ATTRIBUTE) instanceof String logged
                ? logged
                : UnexpectedFaults.log(
                        failure == null
                                ? new IllegalStateException("The server answered " + response.getStatus())
                                : failure);
    }

    /** Of a request that broke off in its first line there is no more to tell it by than that line, if at all. */
    private static boolean isOfAProgram(Request request) {
        String address = request.getCoyoteRequest().requestURI().toString();
        return address != null && address.startsWith("/api/");
    }
}
