package app.ascent.migration.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

class AsideTests {

    @AfterEach
    void forget() {
        MDC.clear();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a fault"), new InterruptedException("stopped"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void throwsAFailureAsItWasThrown(Throwable failure) {
        try (Aside aside = new Aside("test")) {
            Future<Object> begun = aside.begin(() -> {
                throw as(failure);
            });

            assertThatThrownBy(() -> Aside.result(begun)).isSameAs(failure);
        }
    }

    @Test
    void saysOfAFailureNobodyExpectsWhereItComesFrom() {
        try (Aside aside = new Aside("test")) {
            Future<Object> begun = aside.begin(() -> {
                throw new IOException("not here");
            });

            assertThatThrownBy(() -> Aside.result(begun))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("not here");
        }
    }

    @Test
    void namesTheRunInTheLogAsTheOneDoesWhoAsked() throws InterruptedException {
        try (Aside aside = new Aside("test")) {
            assertThat(Aside.result(aside.begin(() -> String.valueOf(MDC.get("run")))))
                    .isEqualTo("null");
            MDC.put("run", "7");

            assertThat(Aside.result(aside.begin(() -> MDC.get("run")))).isEqualTo("7");
        }
    }

    private static Exception as(Throwable failure) throws Exception {
        return switch (failure) {
            case Error error -> throw error;
            case Exception exception -> exception;
            default -> new IllegalStateException(failure);
        };
    }
}
