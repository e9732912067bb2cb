package app.ascent.autotask.client;

import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** The promise that Autotask is only read, kept at the last place before the wire. */
final class ReadOnly implements ClientHttpRequestInterceptor {

    private static final Pattern QUERY = Pattern.compile(".*/[A-Za-z]+/query(/count)?");

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!reads(request)) {
            throw new IllegalStateException("Autotask is only read; refused to send " + request.getMethod() + " "
                    + request.getURI().getPath());
        }
        return execution.execute(request, body);
    }

    private static boolean reads(HttpRequest request) {
        if (request.getMethod().equals(HttpMethod.GET)) {
            return true;
        }
        return request.getMethod().equals(HttpMethod.POST)
                && QUERY.matcher(request.getURI().getRawPath()).matches();
    }
}
