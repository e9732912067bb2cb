package app.ascent.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** There is no practice tenant unless someone asks for one. */
class SwitchTests {

    private final WebApplicationContextRunner application =
            new WebApplicationContextRunner().withUserConfiguration(SandboxServer.class);

    @Test
    void isOffUnlessSwitchedOn() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeanNamesForAnnotation(SandboxComponent.class))
                    .isEmpty();
        });
    }

    @Test
    void isOffWhenSwitchedOff() {
        application.withPropertyValues("ascent.sandbox.enabled=false").run(context -> assertThat(
                        context.getBeanNamesForAnnotation(SandboxComponent.class))
                .isEmpty());
    }
}
