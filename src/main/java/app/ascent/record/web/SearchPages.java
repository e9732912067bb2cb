package app.ascent.record.web;

import app.ascent.identity.CurrentUser;
import app.ascent.record.page.ListAddress;
import app.ascent.record.search.FoundOfKind;
import app.ascent.record.search.Hit;
import app.ascent.record.search.Match;
import app.ascent.record.search.Search;
import app.ascent.record.search.Searchable.Listed;
import app.ascent.record.search.Wanted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the search box of every page finds, kind by kind; whoever types a number is led to what bears it. */
@Controller
@PreAuthorize("isAuthenticated()")
class SearchPages {

    private final Search search;
    private final CurrentUser currentUser;

    SearchPages(Search search, CurrentUser currentUser) {
        this.search = search;
        this.currentUser = currentUser;
    }

    /**
     * Those of one kind.
     *
     * @param all address of its list with the same search; null where there is no more to see, or no such list
     */
    record Group(FoundOfKind found, @Nullable String all) {}

    @GetMapping("/search")
    String find(@RequestParam(required = false) @Nullable String q, Model model) {
        Wanted wanted = Wanted.of(q);
        List<FoundOfKind> all = search.all(currentUser.organization(), wanted);
        Optional<Hit> meant = meant(all);
        if (meant.isPresent()) {
            return "redirect:" + meant.get().address();
        }
        List<Group> groups =
                all.stream().map(found -> new Group(found, all(found, wanted))).toList();
        model.addAttribute("wanted", wanted);
        model.addAttribute("groups", groups);
        return "record/search";
    }

    /** The one record whose number was typed; an id at the source is a number like any other. */
    private static Optional<Hit> meant(List<FoundOfKind> found) {
        List<Hit> exact = found.stream()
                .flatMap(kind -> kind.hits().stream())
                .filter(hit -> hit.match() != null)
                .toList();
        return exact.size() == 1
                ? Optional.of(exact.getFirst()).filter(hit -> hit.match() != Match.SOURCE_ID)
                : Optional.empty();
    }

    private static @Nullable String all(FoundOfKind found, Wanted wanted) {
        Listed list = found.kind().list();
        return list == null || !found.more()
                ? null
                : new ListAddress(list.path())
                        .with("search", wanted.typed())
                        .with(list.filter(), list.value())
                        .toString();
    }
}
