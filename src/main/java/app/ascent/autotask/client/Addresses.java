package app.ascent.autotask.client;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where Autotask is asked for zones, and which of the addresses it names may be sent credentials: zone addresses are
 * data from outside. With the practice tenant on, both point to this very application unless set otherwise.
 */
@Component
public final class Addresses {

    private static final URI AUTOTASK =
            URI.create("https://webservices.autotask.net/atservicesrest/v1.0/zoneInformation");
    private static final String PRACTICE_PATH = "/sandbox/atservicesrest/v1.0/zoneInformation";
    private static final String IPV4 = "127.0.0.1";
    private static final Set<String> LOOPBACK = Set.of("localhost", IPV4);

    private final @Nullable URI discovery;
    private final List<String> hosts;
    private final boolean loopbackAllowed;
    private final Environment environment;

    public Addresses(AutotaskProperties properties, Environment environment) {
        this.discovery = properties.discoveryUrl();
        this.hosts = properties.allowedHosts().stream().map(Addresses::pattern).toList();
        this.environment = environment;
        Boolean loopback = properties.allowLoopback();
        this.loopbackAllowed = loopback == null ? practising() : loopback;
    }

    /** Asked for anew each time, because the port of the practice tenant is known only once the server runs. */
    public URI discovery() {
        if (discovery != null) {
            return discovery;
        }
        return practising()
                ? URI.create("http://" + thisMachine() + ":" + serverPort() + contextPath() + PRACTICE_PATH)
                : AUTOTASK;
    }

    /** Whether credentials may go there: https to an allowed host at its usual port, with nothing else in the address. */
    public boolean trusted(URI address) {
        String host = address.getHost();
        if (host == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean usualPort = address.getPort() == -1 || address.getPort() == 443;
        if (https && usualPort && hosts.stream().anyMatch(pattern -> matches(pattern, name))) {
            return true;
        }
        return loopbackAllowed && (https || "http".equalsIgnoreCase(address.getScheme())) && isThisMachine(name);
    }

    /** By name or number; the number of the newer kind may be written at full length. */
    private static boolean isThisMachine(String host) {
        return LOOPBACK.contains(host) || host.matches("\\[(::|(0{1,4}:){7})0{0,3}1]");
    }

    /** The host as people know it, for a message. */
    public static String host(URI address) {
        String authority = address.getHost() == null ? address.getRawAuthority() : address.getHost();
        return authority == null ? "an address without a host" : authority;
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.")
                ? host.length() > pattern.length() - 1 && host.endsWith(pattern.substring(1))
                : host.equals(pattern);
    }

    private static String pattern(String configured) {
        String pattern = configured.strip().toLowerCase(Locale.ROOT);
        String name = pattern.startsWith("*.") ? pattern.substring(2) : pattern;
        if (!name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("ascent.autotask.allowed-hosts has \"" + configured
                    + "\"; name a host, or a domain with \"*.\" before it");
        }
        return pattern;
    }

    private boolean practising() {
        return environment.getProperty("ascent.sandbox.enabled", Boolean.class, false);
    }

    /** The practice tenant listens where the application does, which may be the newer kind of number alone. */
    private String thisMachine() {
        String bound = environment.getProperty("server.address", IPV4);
        String literal = bound.contains(":") ? "[" + bound + "]" : bound;
        return isThisMachine(literal) ? literal : IPV4;
    }

    private String serverPort() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    private String contextPath() {
        return environment.getProperty("server.servlet.context-path", "");
    }
}
