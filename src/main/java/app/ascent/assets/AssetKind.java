package app.ascent.assets;

import app.ascent.audit.AuditedType;
import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with assets, and that the audit log tells of them. */
@Configuration(proxyBeanMethods = false)
class AssetKind {

    @Bean
    Permissions assetPermissionsOfMembers() {
        return Permissions.from(Role.MEMBER, "assets.read", "assets.create", "assets.update");
    }

    @Bean
    Permissions assetPermissionsOfAdmins() {
        return Permissions.from(Role.ADMIN, "assets.delete");
    }

    @Bean
    AuditedType auditedAssets() {
        return new AuditedType(Assets.AUDITED_AS, 25);
    }
}
