package app.ascent.record.web;

import app.ascent.identity.CurrentUser;
import app.ascent.record.FieldProblem;
import app.ascent.record.RecordRefused;
import app.ascent.record.page.SourceBody;
import app.ascent.record.search.FoundOfKind;
import app.ascent.record.search.Hit;
import app.ascent.record.search.Search;
import app.ascent.record.search.Wanted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of all kinds, found by what they are called, for programs. */
@RestController
@PreAuthorize("isAuthenticated()")
@Tag(name = "Search")
class SearchController {

    private final Search search;
    private final CurrentUser currentUser;

    SearchController(Search search, CurrentUser currentUser) {
        this.search = search;
        this.currentUser = currentUser;
    }

    /** @param items what fits exactly before the rest */
    record SearchBody(List<Item> items) {}

    /** A record that was found; {@code kind} is where it is read, behind {@code /api/v1/}. */
    record Item(String kind, UUID id, String title, String subtitle, @Nullable SourceBody source) {

        static Item of(FoundOfKind found, Hit hit) {
            return new Item(
                    found.kind().kind(),
                    hit.id(),
                    hit.title(),
                    hit.subtitle(),
                    SourceBody.of(hit.source(), hit.sourceNumber()));
        }
    }

    private record Found(Item item, boolean exact) {}

    @GetMapping("/api/v1/search")
    @Operation(
            summary = "Finds records of all kinds that the user may read, at most five of each",
            description =
                    """
                    Looks where the lists of the kinds look: names, numbers, email addresses, telephone numbers. A record whose number, \
                    old number, serial number, reference number or id at the source is exactly what was searched for comes first.""")
    SearchBody find(@RequestParam(required = false) @Nullable String q) {
        Wanted wanted = Wanted.of(q);
        switch (wanted.state()) {
            case NOTHING, TOO_SHORT -> throw refused("search-too-short");
            case TOO_LONG -> throw refused("search-too-long", Wanted.LONGEST);
            case FINE -> {}
        }
        return new SearchBody(search.all(currentUser.organization(), wanted).stream()
                .flatMap(kind -> kind.hits().stream().map(hit -> new Found(Item.of(kind, hit), hit.match() != null)))
                .sorted(Comparator.comparing(found -> !found.exact()))
                .map(Found::item)
                .toList());
    }

    private static RecordRefused refused(String code, Object... arguments) {
        return new RecordRefused.Invalid(List.of(FieldProblem.of("q", code, arguments)));
    }
}
