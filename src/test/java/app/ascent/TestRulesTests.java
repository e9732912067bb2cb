package app.ascent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests run, always: a skipped one checks nothing, and one that sleeps is slow on a good day and red on a bad one. */
class TestRulesTests {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("app.ascent");

    @Test
    void onlyBrowserJourneysMayBeSkippedAndOnlyForWantOfChromium() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(EnabledIfChromium.class.getName())
                .should()
                .beAnnotatedWith(skipping())
                .check(TESTS);
        noMethods().should().beAnnotatedWith(skipping()).check(TESTS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\..*\\.Assumptions")
                .check(TESTS);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
    }

    /** They are the whole JVM's and would stay for all tests behind it; see {@link EverythingLogged}. */
    @Test
    void noContextSetsLevelsOfLoggers() {
        noClasses().should().beAnnotatedWith(settingLevels()).check(TESTS);
    }

    private static DescribedPredicate<JavaAnnotation<?>> settingLevels() {
        return DescribedPredicate.describe(
                "properties that set levels of loggers", annotation -> annotation.get("properties").stream()
                        .flatMap(
                                properties -> properties instanceof Object[] several ? Stream.of(several) : Stream.of())
                        .anyMatch(property -> property.toString().startsWith("logging.level.")));
    }

    private static DescribedPredicate<JavaAnnotation<?>> skipping() {
        return DescribedPredicate.describe("an annotation that skips", annotation -> {
            String name = annotation.getRawType().getFullName();
            return name.startsWith("org.junit.jupiter.api.Disabled")
                    || name.startsWith("org.junit.jupiter.api.condition.")
                    || name.startsWith("org.springframework.test.context.junit.jupiter.EnabledIf")
                    || name.startsWith("org.springframework.test.context.junit.jupiter.DisabledIf");
        });
    }
}
