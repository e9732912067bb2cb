package app.ascent.audit.web;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditEntry;
import app.ascent.audit.AuditEntryId;
import app.ascent.audit.AuditFilter;
import app.ascent.identity.CurrentUser;
import app.ascent.web.Formats;
import app.ascent.web.LastPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit log of the reader's organization. Filters live in the address, so that a view can be kept and passed on. */
@Controller
@RequestMapping("/admin/audit-logs")
@PreAuthorize("hasAuthority('audit.read')")
class AuditLogPages {

    private static final String PATH = "/admin/audit-logs";
    private static final int ROWS = 25;

    private final Audit audit;
    private final TypesOffered types;
    private final CurrentUser currentUser;
    private final Formats formats;

    AuditLogPages(Audit audit, TypesOffered types, CurrentUser currentUser, Formats formats) {
        this.audit = audit;
        this.types = types;
        this.currentUser = currentUser;
        this.formats = formats;
    }

    /** The filters as the address has them; what makes no sense there does not filter. */
    record Filters(
            @Nullable Action action, @Nullable String entity, @Nullable LocalDate start, @Nullable LocalDate end) {

        public boolean any() {
            return action != null || entity != null || start != null || end != null;
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String entity,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String end,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Filters filters =
                new Filters(action(action), types.names().contains(entity) ? entity : null, date(start), date(end));
        Page<AuditEntry> found = LastPage.orAsked(
                PageRequest.of(Math.max(0, page), ROWS),
                rows -> audit.search(currentUser.organization(), filter(filters), rows));
        model.addAttribute("page", found.map(AuditLine::of));
        model.addAttribute("filters", filters);
        model.addAttribute("actions", Action.values());
        model.addAttribute("types", types.names());
        model.addAttribute("address", address(filters));
        return "audit/log";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        AuditEntry entry = audit.find(currentUser.organization(), new AuditEntryId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", AuditLine.of(entry));
        model.addAttribute("entry", entry);
        model.addAttribute("compared", entry.changes().stream().anyMatch(change -> change.before() != null));
        return "audit/entry";
    }

    private AuditFilter filter(Filters filters) {
        return new AuditFilter(
                filters.action(),
                filters.entity(),
                filters.start() == null ? null : beginning(filters.start()),
                filters.end() == null ? null : beginning(filters.end().plusDays(1)));
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(formats.zone()).toInstant();
    }

    private static String address(Filters filters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        add(address, "action", filters.action());
        add(address, "entity", filters.entity());
        add(address, "start", filters.start());
        add(address, "end", filters.end());
        return address.build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable Action action(String name) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(name))
                .findAny()
                .orElse(null);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            // A browser's date field writes this form; a far year would leave the range of the database.
            LocalDate date = text.isEmpty() ? null : LocalDate.parse(text);
            return date != null && date.getYear() > 1900 && date.getYear() < 3000 ? date : null;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
