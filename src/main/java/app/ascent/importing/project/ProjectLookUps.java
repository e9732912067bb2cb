package app.ascent.importing.project;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What phases look up: whose a phase is that they name. */
@Configuration(proxyBeanMethods = false)
class ProjectLookUps {

    static final Lookup<Heading> PHASES = Lookup.byId("Phases", Heading.class);

    /** Of which project a phase is: docs/adr/064. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Heading(@Nullable String projectID) {}

    @Bean
    LookupTable<Heading> headings(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, PHASES, Set.of(PhaseMapper.TYPE));
    }
}
