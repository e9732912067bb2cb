package app.ascent.migration.pipeline;

import app.ascent.migration.decision.ParentChoices;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.References.Resolution;
import app.ascent.migration.spi.RunContext;
import app.ascent.migration.spi.SourceRef;
import app.ascent.migration.spi.TargetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the record of Ascent that the Owner chose in the place of a parent that is not there. */
@Component
class ChosenParents {

    private final ParentChoices choices;
    private final EntityMigrations entities;

    ChosenParents(ParentChoices choices, EntityMigrations entities) {
        this.choices = choices;
        this.entities = entities;
    }

    Map<SourceRef, Resolution> over(RunContext run, Map<SourceRef, Resolution> resolved) {
        Set<SourceRef> missing = new HashSet<>();
        resolved.forEach((ref, resolution) -> {
            if (!(resolution instanceof Resolution.Loaded)) {
                missing.add(ref);
            }
        });
        Map<SourceRef, TargetId> chosen = choices.find(run.organization(), run.migration(), missing);
        if (chosen.isEmpty()) {
            return resolved;
        }
        Map<SourceRef, Resolution> all = new HashMap<>(resolved);
        chosen.forEach((ref, target) -> {
            if (exists(run, ref.type(), target)) {
                all.put(ref, new Resolution.Loaded(target));
            }
        });
        return all;
    }

    private boolean exists(RunContext run, EntityType type, TargetId target) {
        Collection<TargetId> one = Set.of(target);
        return entities.of(type).states(run, one).containsKey(target);
    }
}
