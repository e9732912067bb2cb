package app.ascent.importing.ticket;

import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketStatus;
import app.ascent.desk.TicketStatusId;
import app.ascent.importing.field.FieldReading;
import app.ascent.importing.field.Meaning;
import app.ascent.importing.work.Progress;
import app.ascent.migration.spi.DecidableField;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the statuses of tickets become: a status of the organization that bears the label, else the one every organization has for it.
 * These are chosen by what code calls them, and the organization's own by their ids.
 */
final class TicketStatusRule {

    static final String FIELD = "status";

    private static final Meaning STATUS = new Meaning(
            FIELD,
            Arrays.stream(SystemStatus.values()).map(SystemStatus::name).toList(),
            SystemStatus.OPEN.name(),
            label -> name(Progress.called(label)),
            Progress.BY_SYSTEM_ID.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, each -> of(each.getValue()).name())));

    private TicketStatusRule() {}

    /** @param statuses those of the organization */
    static DecidableField decidable(DecidableField.Targets statuses) {
        return STATUS.among(statuses);
    }

    static DecidableField.Target target(TicketStatus status) {
        String key = SystemStatus.of(status.id()).map(SystemStatus::name).orElseGet(() -> status.id()
                .toString());
        return new DecidableField.Target(key, status.name());
    }

    /**
     * A status.
     *
     * @param system null where it is one of the organization's own, of which only the organization knows whether it ends a ticket
     */
    record Chosen(TicketStatusId id, @Nullable SystemStatus system) {

        boolean mayBeClosed() {
            return system == null || system.closed();
        }

        boolean isClosed() {
            return system != null && system.closed();
        }
    }

    /** @param completed whether Autotask has a time at which the ticket was completed */
    static Chosen of(AutotaskTicket source, boolean completed, FieldReading reading) {
        SystemStatus otherwise = completed ? SystemStatus.CLOSED : SystemStatus.OPEN;
        String key = STATUS.of(source.status(), reading, otherwise.name());
        return named(key)
                .map(status -> new Chosen(status.id(), status))
                .orElseGet(() -> new Chosen(new TicketStatusId(UUID.fromString(key)), null));
    }

    private static Optional<SystemStatus> named(String key) {
        return Arrays.stream(SystemStatus.values())
                .filter(status -> status.name().equals(key))
                .findFirst();
    }

    private static @Nullable String name(@Nullable Progress progress) {
        return progress == null ? null : of(progress).name();
    }

    private static SystemStatus of(Progress progress) {
        return switch (progress) {
            case NEW -> SystemStatus.NEW;
            case IN_PROGRESS -> SystemStatus.IN_PROGRESS;
            case WAITING -> SystemStatus.WAITING;
            case RESOLVED -> SystemStatus.RESOLVED;
            case COMPLETED -> SystemStatus.CLOSED;
        };
    }
}
