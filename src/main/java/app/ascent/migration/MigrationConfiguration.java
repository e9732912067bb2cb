package app.ascent.migration;

import app.ascent.audit.AuditedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** That the audit log tells of migrations. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    AuditedType auditedMigrations() {
        return new AuditedType(Migrations.AUDITED_AS, 90);
    }
}
