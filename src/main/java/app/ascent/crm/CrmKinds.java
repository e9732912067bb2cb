package app.ascent.crm;

import app.ascent.audit.AuditedType;
import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with clients and contacts, and that the audit log tells of them. */
@Configuration(proxyBeanMethods = false)
class CrmKinds {

    @Bean
    Permissions crmPermissionsOfMembers() {
        return Permissions.from(
                Role.MEMBER,
                "clients.read",
                "clients.create",
                "clients.update",
                "contacts.read",
                "contacts.create",
                "contacts.update");
    }

    @Bean
    Permissions crmPermissionsOfAdmins() {
        return Permissions.from(Role.ADMIN, "clients.delete", "contacts.delete");
    }

    @Bean
    AuditedType auditedClients() {
        return new AuditedType(Clients.AUDITED_AS, 10);
    }

    @Bean
    AuditedType auditedContacts() {
        return new AuditedType(Contacts.AUDITED_AS, 11);
    }
}
