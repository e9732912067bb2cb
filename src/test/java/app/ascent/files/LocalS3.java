package app.ascent.files;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * S3Proxy over a folder, in a process of its own: what it needs is no match for what Ascent has. The build lays it out under
 * {@code target/s3proxy}.
 */
final class LocalS3 implements AutoCloseable {

    static final String BUCKET = "ascent";
    static final String ACCESS = "access-of-a-test";
    static final String SECRET = "marked-secret-of-a-test";

    private static final Path LIBRARIES = Path.of("target", "s3proxy");

    private final int port = freePort();
    private final Process process;

    /** @param folder an empty one, for its settings and objects */
    LocalS3(Path folder) throws IOException {
        Path objects = Files.createDirectories(folder.resolve("objects"));
        Files.createDirectory(objects.resolve(BUCKET));
        Path settings = Files.writeString(
                folder.resolve("s3proxy.properties"),
                """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """
                        .formatted(address(), ACCESS, SECRET, objects));
        Path log = Files.writeString(
                folder.resolve("logback.xml"), "<configuration><root level=\"WARN\"/></configuration>");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=" + log,
                        "-cp",
                        LIBRARIES + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).until(this::answers);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("S3Proxy has ended; is it in " + LIBRARIES.toAbsolutePath() + "?");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException("No port is free", failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
