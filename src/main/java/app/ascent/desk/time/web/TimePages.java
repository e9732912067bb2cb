package app.ascent.desk.time.web;

import app.ascent.contracts.OrganizationDays;
import app.ascent.crm.page.WhichClient;
import app.ascent.desk.time.BillingState;
import app.ascent.desk.time.TimeEntries;
import app.ascent.desk.time.TimeEntryId;
import app.ascent.desk.time.TimeEntryView;
import app.ascent.desk.time.TimeFilter;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Fragments;
import app.ascent.record.page.MemberChoices;
import app.ascent.record.page.PageServices;
import app.ascent.record.page.RecordPages;
import app.ascent.record.table.PageQuery;
import app.ascent.text.Hours;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of time entries with what they come to, and each entry with its history. */
@Controller
@RequestMapping("/time-tracking")
@PreAuthorize("hasAuthority('time_entries.read')")
class TimePages {

    private static final String LIST = "time/time-tracking";

    private final TimeEntries entries;
    private final TimeSheets sheets;
    private final TimerCards timers;
    private final MemberChoices people;
    private final WhichClient whichClient;
    private final OrganizationDays days;
    private final CurrentUser currentUser;
    private final RecordPages<TimeEntryId, TimeEntryView, TimeFilter> pages;

    TimePages(
            TimeEntries entries,
            TimeRows rows,
            TimeSheets sheets,
            TimerCards timers,
            MemberChoices people,
            WhichClient whichClient,
            OrganizationDays days,
            CurrentUser currentUser,
            PageServices services) {
        this.entries = entries;
        this.sheets = sheets;
        this.timers = timers;
        this.people = people;
        this.whichClient = whichClient;
        this.days = days;
        this.currentUser = currentUser;
        this.pages = new RecordPages<>(TimeForms.KIND, entries, rows, services);
    }

    @GetMapping
    String list(
            @ModelAttribute("query") TimeQuery query,
            @RequestHeader Map<String, String> headers,
            HttpServletResponse response,
            Model model) {
        OrganizationId organization = currentUser.organization();
        LocalDate today = days.today(organization);
        boolean none = whichClient.list(pages, query, asked -> asked.filter(today), model);
        TimeQuery settled = model.getAttribute("query") instanceof TimeQuery narrowed ? narrowed : query;
        if (addsUp(model)) {
            model.addAttribute("figures", TimeFigures.of(entries.sums(organization, settled.filter(today))));
        }
        model.addAttribute("days", settled.days(today));
        model.addAttribute("shown", Hours.of(shown(model)));
        model.addAttribute("narrowedTo", sheets.narrowedTo(settled));
        model.addAttribute("ever", !none || entries.count(organization) > 0);
        model.addAttribute("ranges", TimeRange.values());
        model.addAttribute("states", BillingState.values());
        model.addAttribute("members", people.of(settled.chosenUser()));
        String view = Fragments.view(headers, response, LIST, "list");
        model.addAttribute("part", !view.equals(LIST));
        model.addAttribute("timer", view.equals(LIST) ? timers.running() : null);
        return view;
    }

    /** What very many come to follows by itself, and what is not counted to its end is not added up either. */
    private static boolean addsUp(Model model) {
        return Boolean.TRUE.equals(model.getAttribute("counted"))
                && model.getAttribute("page") instanceof Page<?> page
                && page.getTotalElements() <= PageQuery.WIDE;
    }

    @GetMapping("/figures")
    String figures(@ModelAttribute("query") TimeQuery query, Model model) {
        OrganizationId organization = currentUser.organization();
        LocalDate today = days.today(organization);
        model.addAttribute("figures", TimeFigures.of(entries.sums(organization, query.filter(today))));
        model.addAttribute("days", query.days(today));
        return "time/parts :: figures(figures=${figures},part=${false})";
    }

    /** On this page. */
    private static long shown(Model model) {
        return model.getAttribute("page") instanceof Page<?> page
                ? page.stream()
                        .mapToLong(row -> row instanceof TimeRow entry ? entry.minutes() : 0)
                        .sum()
                : 0;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("sheet", sheets.of(pages.show(id, model)));
        return "time/timeEntry";
    }

    @GetMapping("/{id}/tabs")
    String tabs(@PathVariable UUID id, @RequestParam String at, Model model) {
        return pages.tabs(id, at, model);
    }

    @GetMapping("/{id}/activity")
    @PreAuthorize("hasAuthority('audit.read')")
    String activity(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page, Model model) {
        return pages.activity(id, page, model);
    }
}
