package app.ascent;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesUseOneAnotherAsTheyDeclare() {
        ApplicationModules.of(AscentApplication.class).verify();
    }
}
