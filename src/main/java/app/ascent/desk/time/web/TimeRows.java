package app.ascent.desk.time.web;

import app.ascent.crm.ClientId;
import app.ascent.desk.TicketId;
import app.ascent.desk.time.TimeEntryFields;
import app.ascent.desk.time.TimeEntryView;
import app.ascent.desk.time.WorkItems;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.projects.ProjectId;
import app.ascent.projects.TaskId;
import app.ascent.record.RecordNames;
import app.ascent.record.page.ListRows;
import app.ascent.record.page.RecordWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Makes rows of a list: what was worked on, for whom and by whom comes from a statement each. */
@Component
class TimeRows implements ListRows<TimeEntryView, TimeRow> {

    private final RecordNames names;
    private final WorkItems items;
    private final RecordWords words;

    TimeRows(RecordNames names, WorkItems items, RecordWords words) {
        this.names = names;
        this.items = items;
        this.words = words;
    }

    @Override
    public Page<TimeRow> of(OrganizationId organization, Page<TimeEntryView> entries) {
        Map<Object, String> named = new HashMap<>(names.of(
                organization,
                entries.stream()
                        .map(TimeEntryView::fields)
                        .flatMap(entry -> Stream.<@Nullable Object>of(
                                entry.clientId(), entry.userId(), entry.taskId() == null ? entry.projectId() : null))
                        .filter(Objects::nonNull)
                        .map(Object.class::cast)
                        .toList()));
        named.putAll(items.numbers(
                organization,
                ids(entries, entry -> Optional.ofNullable(entry.ticketId())),
                ids(entries, entry -> Optional.ofNullable(entry.taskId()))));
        return entries.map(entry -> row(entry, named));
    }

    private static <I> List<I> ids(Page<TimeEntryView> entries, Function<TimeEntryFields, Optional<I>> id) {
        return entries.stream()
                .map(TimeEntryView::fields)
                .map(id)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private TimeRow row(TimeEntryView entry, Map<Object, String> named) {
        TimeEntryFields fields = entry.fields();
        ClientId client = Objects.requireNonNull(fields.clientId());
        return new TimeRow(
                entry.id().value(),
                fields.date(),
                entry.name(),
                item(fields, named),
                client.value(),
                named.getOrDefault(client, ""),
                who(fields, named),
                fields.minutes(),
                fields.billingState(),
                fields.invoiceNumber(),
                entry.source() != null);
    }

    private @Nullable String item(TimeEntryFields entry, Map<Object, String> named) {
        TicketId ticket = entry.ticketId();
        TaskId task = entry.taskId();
        ProjectId project = entry.projectId();
        if (ticket != null) {
            return named.get(ticket);
        }
        if (task != null) {
            return words.say("time-tracking.task", named.getOrDefault(task, ""));
        }
        return project == null ? null : named.get(project);
    }

    /** A user who is a member no more is known by nothing else. */
    private static String who(TimeEntryFields entry, Map<Object, String> named) {
        UserId user = entry.userId();
        return user == null ? String.valueOf(entry.userName()) : named.getOrDefault(user, user.toString());
    }
}
