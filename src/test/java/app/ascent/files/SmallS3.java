package app.ascent.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.DigestUtils;

/** As much of S3 as keeping files takes: objects by their path, checksums, beginnings that are skipped. */
final class SmallS3 {

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final HttpServer server;

    SmallS3() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException("No port is free", failure);
        }
    }

    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it answers to these methods from now on. */
    void answer(Map<String, Integer> refused) {
        refusals.clear();
        refusals.putAll(refused);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getPath();
            String method = call.getRequestMethod();
            byte[] sent = call.getRequestBody().readAllBytes();
            byte[] there = objects.get(path);
            if (refusals.containsKey(method)) {
                call.sendResponseHeaders(refusals.get(method), -1);
            } else if (path.equals("/ascent")) {
                call.sendResponseHeaders(200, -1);
            } else if (method.equals("PUT")) {
                put(call, path, sent);
            } else if (method.equals("DELETE")) {
                objects.remove(path);
                call.sendResponseHeaders(204, -1);
            } else if (there == null) {
                call.sendResponseHeaders(404, -1);
            } else if (method.equals("HEAD")) {
                call.getResponseHeaders().set("Content-Length", Integer.toString(there.length));
                call.sendResponseHeaders(200, -1);
            } else {
                get(call, there);
            }
        }
    }

    private void put(HttpExchange call, String path, byte[] sent) throws IOException {
        String checksum = Base64.getEncoder().encodeToString(DigestUtils.md5Digest(sent));
        boolean whole = checksum.equals(call.getRequestHeaders().getFirst("Content-MD5"));
        if (whole) {
            objects.put(path, sent);
        }
        call.sendResponseHeaders(whole ? 200 : 400, -1);
    }

    private static void get(HttpExchange call, byte[] there) throws IOException {
        String range = call.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        call.sendResponseHeaders(range == null ? 200 : 206, there.length - from);
        call.getResponseBody().write(Arrays.copyOfRange(there, from, there.length));
    }
}
