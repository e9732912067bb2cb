package app.ascent.audit;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.Member;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.SignedInUser;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.web.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the audit log, in the caller's transaction. Details never hold a credential or a source payload. */
@Service
public class Audit {

    /** The detail that says in a few words what happened, where that is no change of fields; lists show it. */
    public static final String HAPPENED = "What happened";

    private final AuditRows rows;
    private final Users users;
    private final CurrentUser currentUser;
    private final Clock clock;

    Audit(AuditRows rows, Users users, CurrentUser currentUser, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** An entry by the signed-in user, with address and browser of the request. */
    @Transactional
    public void record(Action action, AuditedRecord subject, Map<String, String> details) {
        record(action, subject, facts(details));
    }

    /** An entry by the signed-in user that tells what was before and what is now. */
    @Transactional
    public void record(Action action, AuditedRecord subject, List<Change> changes) {
        SignedInUser user = currentUser.get();
        write(user.organization(), user.id(), action, subject, changes, RequestOrigin.current());
    }

    /** An entry by Ascent itself, such as the end of a run. */
    @Transactional
    public void recordBySystem(
            OrganizationId organization, Action action, AuditedRecord subject, Map<String, String> details) {
        write(organization, null, action, subject, facts(details), new RequestOrigin(null, null));
    }

    /** What happened to one record of several. */
    public record Told(AuditedRecord subject, List<Change> changes) {}

    /** Entries about several records at once by the signed-in user, with address and browser of the request. */
    @Transactional
    public void recordAll(Action action, List<Told> entries) {
        SignedInUser user = currentUser.get();
        insertAll(user.organization(), user.id(), action, entries, RequestOrigin.current());
    }

    /** Entries about many records at once, by the user in whose name it was done. */
    @Transactional
    public void recordAll(OrganizationId organization, UserId by, Action action, List<Told> entries) {
        insertAll(organization, by, action, entries, new RequestOrigin(null, null));
    }

    private void insertAll(
            OrganizationId organization, UserId by, Action action, List<Told> entries, RequestOrigin origin) {
        Instant now = clock.instant();
        rows.insertAll(
                organization,
                entries.stream()
                        .map(entry -> new AuditRows.Row(
                                AuditRows.newId(), now, by, action, entry.subject(), entry.changes(), origin))
                        .toList());
    }

    /** What has happened to one record, the latest first. */
    @Transactional(readOnly = true)
    public Page<AuditEntry> entries(OrganizationId organization, String type, String id, Pageable page) {
        return new PageImpl<>(
                named(organization, rows.of(organization, type, id, page)), page, rows.countOf(organization, type, id));
    }

    /** The log of an organization, the latest first. */
    @Transactional(readOnly = true)
    public Page<AuditEntry> search(OrganizationId organization, AuditFilter filter, Pageable page) {
        return new PageImpl<>(
                named(organization, rows.search(organization, filter, page)), page, rows.count(organization, filter));
    }

    @Transactional(readOnly = true)
    public Optional<AuditEntry> find(OrganizationId organization, AuditEntryId id) {
        return rows.find(organization, id)
                .map(row -> named(organization, List.of(row)).getFirst());
    }

    private void write(
            OrganizationId organization,
            @Nullable UserId user,
            Action action,
            AuditedRecord subject,
            List<Change> changes,
            RequestOrigin origin) {
        rows.insert(
                organization,
                new AuditRows.Row(AuditRows.newId(), clock.instant(), user, action, subject, changes, origin));
    }

    private List<AuditEntry> named(OrganizationId organization, List<AuditRows.Row> found) {
        Map<UserId, Member> members = users.members(
                organization,
                found.stream().map(AuditRows.Row::user).filter(Objects::nonNull).toList());
        return found.stream().map(row -> entry(row, members)).toList();
    }

    private static AuditEntry entry(AuditRows.Row row, Map<UserId, Member> members) {
        Member member = row.user() == null ? null : members.get(row.user());
        return new AuditEntry(
                new AuditEntryId(row.id()),
                row.at(),
                member == null ? null : new AuditUser(member.id(), member.name(), member.email()),
                row.action(),
                row.subject(),
                row.changes(),
                row.origin());
    }

    private static List<Change> facts(Map<String, String> details) {
        return details.entrySet().stream()
                .map(detail -> new Change(detail.getKey(), null, detail.getValue()))
                .toList();
    }
}
