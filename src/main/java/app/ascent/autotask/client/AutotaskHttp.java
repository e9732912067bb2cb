package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * The one way out to Autotask: one attempt, with timeouts, a limit to what is read, and nothing that follows a redirect,
 * keeps a cookie or answers a challenge.
 */
@Component
public final class AutotaskHttp implements AutoCloseable {

    static {
        // The JDK's client repeats a GET by itself when its connection breaks; that call would be counted by Autotask
        // and
        // not by us. The property is read once, when the first request of this process is sent.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    }

    /** What an answer that is none may say about it. */
    private static final int LONGEST_COMPLAINT = 1 << 20;

    private final HttpClient http;
    private final RestClient rest;
    private final Duration silence;
    private final int maxAnswer;

    public AutotaskHttp(AutotaskProperties properties) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.rest = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(new ReadOnly())
                .build();
        this.silence = properties.readTimeout();
        this.maxAnswer = Math.toIntExact(properties.maxAnswer().toBytes());
    }

    /** Makes something of an answer while it comes. */
    @FunctionalInterface
    interface Streamed {
        void read(InputStream body) throws IOException;
    }

    /**
     * Hands the body of a good answer on as it comes, and leaves it out then. However long that takes, it goes on as long as something
     * comes within the time in which a page must be whole.
     */
    Answer stream(URI address, Login login, Streamed reader) throws InterruptedException {
        refuseInsideTransaction();
        HttpHeaders headers = new HttpHeaders();
        login.writeTo(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        request.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        try {
            HttpResponse<InputStream> response = begun(request.build());
            try (Patience body = new Patience(response.body(), silence)) {
                if (response.statusCode() != HttpStatus.OK.value()) {
                    return complaint(response, body);
                }
                reader.read(body);
                return new Answer(HttpStatus.OK.value(), Body.of(""), null);
            }
        } catch (IOException | TimeoutException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Stopped while Autotask was asked");
            }
            throw Unavailable.silent(e);
        }
    }

    private HttpResponse<InputStream> begun(HttpRequest request)
            throws IOException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true); // changes nothing where the answer has begun
        }
    }

    private static Answer complaint(HttpResponse<InputStream> response, InputStream body) throws IOException {
        java.net.http.HttpHeaders headers = response.headers();
        return new Answer(
                response.statusCode(),
                Body.read(
                        body,
                        LONGEST_COMPLAINT,
                        Charsets.named(
                                headers.firstValue(HttpHeaders.CONTENT_TYPE).orElse(null))),
                headers.firstValue(HttpHeaders.RETRY_AFTER).orElse(null));
    }

    public Answer get(URI address, @Nullable Login login) throws InterruptedException {
        return send(rest.get().uri(address), login);
    }

    Answer post(URI address, String json, Login login) throws InterruptedException {
        return send(
                rest.post().uri(address).contentType(MediaType.APPLICATION_JSON).body(json), login);
    }

    /** A connection of the pool must not wait for another company's server. */
    static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Autotask is not called inside a transaction");
        }
    }

    private Answer send(RestClient.RequestHeadersSpec<?> request, @Nullable Login login) throws InterruptedException {
        refuseInsideTransaction();
        if (login != null) {
            request.headers(login::writeTo);
        }
        try {
            return request.accept(MediaType.APPLICATION_JSON).exchange((_, response) -> read(response));
        } catch (ResourceAccessException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Stopped while Autotask was asked");
            }
            throw Unavailable.silent(e.getCause());
        }
    }

    private Answer read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        HttpHeaders headers = response.getHeaders();
        InputStream stream = response.getBody();
        Body body = Body.read(
                stream,
                status == HttpStatus.OK.value() ? maxAnswer : Math.min(maxAnswer, LONGEST_COMPLAINT),
                Charsets.named(headers.getFirst(HttpHeaders.CONTENT_TYPE)));
        if (body.cut()) {
            stream.close(); // or the rest would be read all the same, to keep the connection
        }
        return new Answer(status, body, headers.getFirst(HttpHeaders.RETRY_AFTER));
    }

    int maxAnswer() {
        return maxAnswer;
    }

    /** The longest answer that is read, as people write it. */
    String limit() {
        long megabytes = maxAnswer >> 20;
        return megabytes > 0 ? megabytes + " MB" : (maxAnswer >> 10) + " kB";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
