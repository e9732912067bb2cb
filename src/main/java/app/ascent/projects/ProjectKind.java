package app.ascent.projects;

import app.ascent.audit.AuditedType;
import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what with projects, their phases and their tasks, and that the audit log tells of them. */
@Configuration(proxyBeanMethods = false)
class ProjectKind {

    @Bean
    Permissions projectPermissionsOfMembers() {
        return Permissions.from(Role.MEMBER, "projects.read", "projects.create", "projects.update");
    }

    @Bean
    Permissions projectPermissionsOfAdmins() {
        return Permissions.from(Role.ADMIN, "projects.delete");
    }

    @Bean
    AuditedType auditedProjects() {
        return new AuditedType(Projects.AUDITED_AS, 40);
    }

    @Bean
    AuditedType auditedPhases() {
        return new AuditedType(Phases.AUDITED_AS, 41);
    }

    @Bean
    AuditedType auditedTasks() {
        return new AuditedType(Tasks.AUDITED_AS, 42);
    }
}
