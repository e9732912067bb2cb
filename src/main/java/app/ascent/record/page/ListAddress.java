package app.ascent.record.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list, which says what is shown there and nothing that is blank. */
public final class ListAddress {

    private final UriComponentsBuilder address;

    public ListAddress(String path) {
        this.address = UriComponentsBuilder.fromPath(path);
    }

    /** Values go in as variables, so that none of their characters means anything in an address. */
    public ListAddress with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
        return this;
    }

    @Override
    public String toString() {
        return address.encode().build().toUriString();
    }
}
