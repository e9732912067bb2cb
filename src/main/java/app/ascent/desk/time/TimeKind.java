package app.ascent.desk.time;

import app.ascent.audit.AuditedType;
import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with time entries, and that the audit log tells of them. */
@Configuration(proxyBeanMethods = false)
class TimeKind {

    @Bean
    Permissions timePermissionsOfMembers() {
        return Permissions.from(Role.MEMBER, "time_entries.read", "time_entries.create", "time_entries.update");
    }

    @Bean
    Permissions timePermissionsOfAdmins() {
        return Permissions.from(Role.ADMIN, "time_entries.delete");
    }

    @Bean
    AuditedType auditedTimeEntries() {
        return new AuditedType(TimeEntries.AUDITED_AS, 46);
    }
}
