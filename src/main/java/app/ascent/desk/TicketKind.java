package app.ascent.desk;

import app.ascent.audit.AuditedType;
import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with tickets, and that the audit log tells of them. */
@Configuration(proxyBeanMethods = false)
class TicketKind {

    @Bean
    Permissions ticketPermissionsOfMembers() {
        return Permissions.from(Role.MEMBER, "tickets.read", "tickets.create", "tickets.update");
    }

    @Bean
    Permissions ticketPermissionsOfAdmins() {
        return Permissions.from(Role.ADMIN, "tickets.delete", "tickets.customize");
    }

    @Bean
    AuditedType auditedTickets() {
        return new AuditedType(Tickets.AUDITED_AS, 45);
    }

    @Bean
    AuditedType auditedTicketStatuses() {
        return new AuditedType(TicketStatuses.AUDITED_AS, 47);
    }

    @Bean
    AuditedType auditedTicketCategories() {
        return new AuditedType(TicketCategories.AUDITED_AS, 48);
    }
}
