package app.ascent.autotask.zone;

import app.ascent.autotask.client.Addresses;
import app.ascent.autotask.client.AutotaskFailure.ZoneNotAllowed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a zone as a person enters it: a whole one, the bare host, or what stands in the browser when Autotask is
 * open ({@code https://ww5.autotask.net/Mvc/…}).
 */
record EnteredZone(URI root) {

    private static final String SERVICE = "/ATServicesRest";

    /** @throws ZoneNotAllowed when it is none that credentials may go to */
    static EnteredZone of(String entered, Addresses addresses) {
        String text = entered.strip();
        URI typed = uri(text.contains("://") ? text : "https://" + text);
        if (typed == null || typed.getHost() == null) {
            throw ZoneNotAllowed.entered("an address that cannot be read");
        }
        URI root = uri(typed.getScheme() + "://" + server(typed.getRawAuthority()) + service(typed.getRawPath()));
        if (root == null || !addresses.trusted(root)) {
            throw ZoneNotAllowed.entered(Addresses.host(typed));
        }
        return new EnteredZone(root);
    }

    /** Where this zone's own server tells of zones. */
    URI discovery() {
        return URI.create(root + "/V1.0/zoneInformation");
    }

    /** People see the zone's pages; its service has a server beside them. */
    private static String server(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        boolean pages = lower.length() > 2 && lower.startsWith("ww") && Character.isDigit(lower.charAt(2));
        return pages ? "webservices" + authority.substring(2) : authority;
    }

    private static String service(@Nullable String path) {
        int at = path == null ? -1 : path.toLowerCase(Locale.ROOT).indexOf(SERVICE.toLowerCase(Locale.ROOT));
        return path == null || at < 0 ? SERVICE : path.substring(0, at + SERVICE.length());
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
