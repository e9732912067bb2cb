package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
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

    /** Files are large and lines are thin; silence ends one sooner. */
    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(10);

    private final HttpClient http;
    private final RestClient rest;
    private final RestClient downloads;
    private final Duration silence;
    private final int maxAnswer;

    public AutotaskHttp(AutotaskProperties properties) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.rest = client(properties.readTimeout());
        this.downloads = client(LONGEST_DOWNLOAD);
        this.silence = properties.readTimeout();
        this.maxAnswer = Math.toIntExact(properties.maxAnswer().toBytes());
    }

    /** @param most how long a whole answer may take, its body included */
    private RestClient client(Duration most) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(most);
        return RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(new ReadOnly())
                .build();
    }

    /** Makes something of an answer while it comes. */
    @FunctionalInterface
    interface Streamed {
        void read(InputStream body) throws IOException;
    }

    /** Hands the body of a good answer on as it comes, however long that takes as long as something comes; it is left out then. */
    Answer stream(URI address, Login login, Streamed reader) throws InterruptedException {
        return send(downloads.get().uri(address), login, response -> {
            if (response.getStatusCode().value() != HttpStatus.OK.value()) {
                return read(response);
            }
            try (Patience body = new Patience(response.getBody(), silence)) {
                reader.read(body);
            }
            return new Answer(HttpStatus.OK.value(), Body.of(""), null);
        });
    }

    public Answer get(URI address, @Nullable Login login) throws InterruptedException {
        return send(rest.get().uri(address), login, this::read);
    }

    Answer post(URI address, String json, Login login) throws InterruptedException {
        return send(
                rest.post().uri(address).contentType(MediaType.APPLICATION_JSON).body(json), login, this::read);
    }

    /** A connection of the pool must not wait for another company's server. */
    static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Autotask is not called inside a transaction");
        }
    }

    /** Takes an answer off the wire. */
    private interface Reading {
        Answer of(ClientHttpResponse response) throws IOException;
    }

    private Answer send(RestClient.RequestHeadersSpec<?> request, @Nullable Login login, Reading reading)
            throws InterruptedException {
        refuseInsideTransaction();
        if (login != null) {
            request.headers(login::writeTo);
        }
        try {
            return request.accept(MediaType.APPLICATION_JSON).exchange((_, response) -> reading.of(response));
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
