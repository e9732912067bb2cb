package app.ascent.contracts;

import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with contracts. */
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
}
