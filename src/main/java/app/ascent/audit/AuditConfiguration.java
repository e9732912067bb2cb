package app.ascent.audit;

import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit log adds to the shell, and what it tells of users. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Permissions auditPermissions() {
        return Permissions.from(Role.ADMIN, "audit.read");
    }

    @Bean
    AuditedType auditedUsers() {
        return new AuditedType(UserLog.USER, 80);
    }

    @Bean
    AuditedType auditedOrganizations() {
        return new AuditedType(UserLog.ORGANIZATION, 81);
    }

    @Bean
    NavigationItem auditNavigation() {
        return new NavigationItem("nav.admin", 81, "nav.audit", "/admin/audit-logs", "history", "audit.read");
    }
}
