package app.ascent.desk.web;

import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketQueues;
import app.ascent.desk.TicketStatus;
import app.ascent.desk.TicketStatuses;
import app.ascent.desk.TicketType;
import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Priority;
import app.ascent.record.page.MemberChoices;
import app.ascent.record.page.Named;
import app.ascent.record.page.RecordLinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the list of tickets can be narrowed by, and to which records it is. */
@Component
class TicketFilters {

    private final TicketStatuses statuses;
    private final TicketCategories categories;
    private final TicketQueues queues;
    private final MemberChoices people;
    private final RecordLinks links;
    private final CurrentUser currentUser;

    TicketFilters(
            TicketStatuses statuses,
            TicketCategories categories,
            TicketQueues queues,
            MemberChoices people,
            RecordLinks links,
            CurrentUser currentUser) {
        this.statuses = statuses;
        this.categories = categories;
        this.queues = queues;
        this.people = people;
        this.links = links;
        this.currentUser = currentUser;
    }

    /**
     * A record whose tickets are shown.
     *
     * @param parameter of the address that says so
     * @param path of such records
     */
    record Narrowed(String parameter, String path, Named record) {}

    void offer(TicketQuery query, Model model) {
        OrganizationId organization = currentUser.organization();
        List<TicketStatus> all = statuses.all(organization);
        model.addAttribute("statuses", all);
        model.addAttribute("categories", categories.all(organization));
        model.addAttribute("queues", queues.inUse(organization));
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("types", TicketType.values());
        model.addAttribute("assignees", people.of(query.chosenAssignee()));
        model.addAttribute("narrowed", narrowed(query));
        model.addAttribute(
                "called",
                all.stream()
                        .filter(status -> status.id().equals(query.chosenStatus()))
                        .map(status -> status.name())
                        .findFirst()
                        .orElse(null));
    }

    private List<Narrowed> narrowed(TicketQuery query) {
        List<Narrowed> narrowed = new ArrayList<>();
        @Nullable
        Record[] ids = {
            query.chosenContact(),
            query.chosenContract(),
            query.chosenAsset(),
            query.chosenProject(),
            query.chosenProblem()
        };
        String[] parameters = {"contact", "contract", "asset", "project", "problem"};
        String[] paths = {"/contacts/", "/contracts/", "/assets/", "/projects/", "/tickets/"};
        if (Arrays.stream(ids).allMatch(Objects::isNull)) {
            return narrowed;
        }
        Map<Object, Named> named = links.to(ids);
        for (int at = 0; at < ids.length; at++) {
            Record id = ids[at];
            Named record = id == null ? null : named.get(id);
            if (record != null) {
                narrowed.add(new Narrowed(parameters[at], paths[at], record));
            }
        }
        return narrowed;
    }
}
