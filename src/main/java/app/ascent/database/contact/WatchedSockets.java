package app.ascent.database.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Makes the driver's sockets and remembers which are open. A statement of an import may take minutes, so that no time limit
 * for an answer tells one that works from one that nobody will ever answer; but when the server is known to be gone, closing
 * the sockets frees whoever waits on them at once. And a connection that a network has silently forgotten is noticed in
 * half a minute, not after two hours.
 *
 * <p>The driver makes it by the name of the class, hence it is public and what it remembers is static.
 */
public final class WatchedSockets extends SocketFactory {

    private static final ConcurrentMap<String, Set<Socket>> OPEN = new ConcurrentHashMap<>();

    private static final Map<SocketOption<Integer>, Integer> KEEP_ALIVE = Map.of(
            ExtendedSocketOptions.TCP_KEEPIDLE, 10,
            ExtendedSocketOptions.TCP_KEEPINTERVAL, 5,
            ExtendedSocketOptions.TCP_KEEPCOUNT, 4);

    private final Set<Socket> open;

    /** @param group whose sockets are closed together */
    public WatchedSockets(String group) {
        this.open = OPEN.computeIfAbsent(group, _ -> ConcurrentHashMap.newKeySet());
    }

    /** Whoever reads from one of them learns that the connection is lost. */
    static int close(String group) {
        Set<Socket> sockets = Set.copyOf(OPEN.getOrDefault(group, Set.of()));
        sockets.forEach(WatchedSockets::close);
        return sockets.size();
    }

    static void forget(String group) {
        OPEN.remove(group);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket to the database did not close", e);
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new WatchedSocket(open);
        for (var option : KEEP_ALIVE.entrySet()) {
            if (socket.supportedOptions().contains(option.getKey())) {
                socket.setOption(option.getKey(), option.getValue());
            }
        }
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(SocketAddress server) throws IOException {
        Socket socket = createSocket();
        socket.connect(server);
        return socket;
    }

    private Socket connected(SocketAddress server, SocketAddress local) throws IOException {
        Socket socket = createSocket();
        socket.bind(local);
        socket.connect(server);
        return socket;
    }

    private static final class WatchedSocket extends Socket {

        private final Set<Socket> open;

        WatchedSocket(Set<Socket> open) {
            this.open = open;
        }

        @Override
        public synchronized void close() throws IOException {
            open.remove(this);
            super.close();
        }
    }
}
