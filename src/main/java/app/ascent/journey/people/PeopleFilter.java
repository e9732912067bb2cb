package app.ascent.journey.people;

import app.ascent.importing.Somebody;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.text.Folded;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Whom a list shows: by name, address or ID, by what becomes of them, and whether they are active in Autotask. */
public record PeopleFilter(
        @Size(max = 200) @Nullable String search, @Nullable Target target, @Nullable Boolean active) {

    boolean takes(Somebody somebody) {
        return (target == null || somebody.recognized().target() == target)
                && (active == null || somebody.person().active() == active)
                && isFound(somebody);
    }

    private boolean isFound(Somebody somebody) {
        String wanted = Folded.text(search);
        return wanted.isEmpty()
                || Folded.text(somebody.person().name()).contains(wanted)
                || Folded.text(somebody.person().email()).contains(wanted)
                || Long.toString(somebody.person().id()).equals(wanted);
    }

    boolean narrowed() {
        return target != null || active != null || search != null && !search.isBlank();
    }

    /** The list narrowed so, at that page. */
    String address(String list, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(list);
        if (search != null && !search.isBlank()) {
            address.queryParam("search", "{search}");
        }
        if (target != null) {
            address.queryParam("target", target);
        }
        if (active != null) {
            address.queryParam("active", active);
        }
        if (page > 0) {
            address.queryParam("page", page);
        }
        return search != null && !search.isBlank()
                ? address.encode().buildAndExpand(search).toUriString()
                : address.toUriString();
    }
}
