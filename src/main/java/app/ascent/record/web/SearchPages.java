package app.ascent.record.web;

import app.ascent.identity.CurrentUser;
import app.ascent.record.page.ListAddress;
import app.ascent.record.search.FoundOfKind;
import app.ascent.record.search.Search;
import app.ascent.record.search.Searchable.Listed;
import app.ascent.record.search.Wanted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the search box of every page finds, kind by kind. */
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
        List<Group> groups = search.all(currentUser.organization(), wanted).stream()
                .map(found -> new Group(found, all(found, wanted)))
                .toList();
        model.addAttribute("wanted", wanted);
        model.addAttribute("groups", groups);
        return "record/search";
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
