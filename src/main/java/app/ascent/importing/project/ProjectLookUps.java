package app.ascent.importing.project;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.Tables;
import app.ascent.importing.work.Participant;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.LookupTable;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What phases and tasks look up: whose a phase is that they name, and who else works on a task. */
@Configuration(proxyBeanMethods = false)
class ProjectLookUps {

    static final Lookup<Heading> PHASES = Lookup.byId("Phases", Heading.class);
    static final Lookup<Participant> MORE_PEOPLE =
            Lookup.byOwner("TaskSecondaryResources", Participant.class, "taskID");

    /** Of which project a phase is: docs/adr/064. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Heading(@Nullable String projectID) {}

    @Bean
    LookupTable<Heading> headings(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, PHASES, Set.of(PhaseMapper.TYPE, TaskMapper.TYPE));
    }

    @Bean
    LookupTable<Participant> morePeople(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, MORE_PEOPLE, Set.of(TaskMapper.TYPE)) {

            @Override
            public List<Lookup.Key> lookUps(Participant row) {
                return Tables.keys(Tables.RESOURCES, row.resourceID()).toList();
            }
        };
    }
}
