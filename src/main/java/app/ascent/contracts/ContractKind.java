package app.ascent.contracts;

import app.ascent.audit.AuditedType;
import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with contracts, and that the audit log tells of them. */
@Configuration(proxyBeanMethods = false)
class ContractKind {

    @Bean
    Permissions contractPermissionsOfMembers() {
        return Permissions.from(Role.MEMBER, "contracts.read");
    }

    @Bean
    Permissions contractPermissionsOfAdmins() {
        return Permissions.from(Role.ADMIN, "contracts.create", "contracts.update", "contracts.delete");
    }

    @Bean
    AuditedType auditedContracts() {
        return new AuditedType(Contracts.AUDITED_AS, 20);
    }
}
