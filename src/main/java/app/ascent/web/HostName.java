package app.ascent.web;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one spelling of a host, whoever wrote it: without its port, in small letters, as it stands in a request. */
final class HostName {

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*:[^\\[\\]]*)](?::(\\d{1,5}))?");
    private static final Pattern BARE = Pattern.compile("([^:]+?)\\.?(?::(\\d{1,5}))?");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final int HIGHEST_PORT = 65_535;

    private HostName() {}

    /** Empty for what is no host. */
    static Optional<String> of(String written) {
        String host = written.strip();
        if (host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[")) {
            return address(host);
        }
        Matcher bracketed = BRACKETED.matcher(host);
        if (bracketed.matches()) {
            return isPort(bracketed.group(2)) ? address(bracketed.group(1)) : Optional.empty();
        }
        Matcher bare = BARE.matcher(host);
        return bare.matches() && isPort(bare.group(2)) ? name(bare.group(1)) : Optional.empty();
    }

    private static boolean isPort(@Nullable String digits) {
        if (digits == null) {
            return true;
        }
        int port = Integer.parseInt(digits);
        return port > 0 && port <= HIGHEST_PORT;
    }

    private static Optional<String> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal).getHostAddress());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(String name) {
        try {
            String ascii = IDN.toASCII(name).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(NAME.asMatchPredicate());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
