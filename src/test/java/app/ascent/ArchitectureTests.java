package app.ascent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of the house that a machine can check, beyond what {@link ModularityTests} does. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.ascent");

    /** Who may answer people that are not signed in: signing in, setting up, and saying what went wrong. */
    private static final Set<String> OPEN_TO_EVERYONE = Set.of(
            "app.ascent.identity.web.SetupPages",
            "app.ascent.identity.web.SignInPages",
            "app.ascent.identity.web.RecoverPages",
            "app.ascent.web.ErrorPages");

    @Test
    void nobodyUsesTheWebOfAModule() {
        classes()
                .that()
                .resideInAPackage("app.ascent.*.web..")
                .should(beUsedFromTheirPackageOnly())
                .check(MAIN);
    }

    @Test
    void packagesFormALine() {
        slices().assignedFrom(theirPackage()).should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ClockConfiguration.class.getName())
                .should()
                .callMethodWhere(describe("the machine is asked for the time", ArchitectureTests::asksTheMachine))
                .orShould()
                .callConstructor(Date.class)
                .check(MAIN);
    }

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        handlers().should(bearPreAuthorizeOrStandInAClassThatDoes()).check(MAIN);
    }

    @Test
    void beansAreInjectedByTheirOneConstructor() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
        methods().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
        constructors().should().notBeAnnotatedWith(Autowired.class).check(MAIN);
    }

    @Test
    void entitiesAndRepositoriesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void transactionsBeginBehindTheWeb() {
        noClasses()
                .that(are(metaAnnotatedWith(Controller.class)))
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(MAIN);
        noMethods()
                .that()
                .areDeclaredInClassesThat(are(metaAnnotatedWith(Controller.class)))
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(MAIN);
    }

    @Test
    void namesAreWordsOfTheDomain() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO)(\\$.*)?")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(MAIN);
    }

    private static GivenMethodsConjunction handlers() {
        return methods()
                .that(are(metaAnnotatedWith(RequestMapping.class)))
                .and()
                .areDeclaredInClassesThat(are(metaAnnotatedWith(Controller.class)));
    }

    private static SliceAssignment theirPackage() {
        return new SliceAssignment() {

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        boolean takesClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.getPackageName().equals("java.time") && name.equals("now") && !takesClock
                || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
    }

    private static ArchCondition<JavaClass> beUsedFromTheirPackageOnly() {
        return new ArchCondition<>("be used from their package only") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency use : type.getDirectDependenciesToSelf()) {
                    boolean inside = use.getOriginClass().getPackageName().startsWith(type.getPackageName());
                    events.add(new SimpleConditionEvent(use, inside, use.getDescription()));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> bearPreAuthorizeOrStandInAClassThatDoes() {
        return new ArchCondition<>("bear @PreAuthorize or stand in a class that does, and be open only where listed") {

            @Override
            public void check(JavaMethod handler, ConditionEvents events) {
                String rule = handler.tryGetAnnotationOfType(PreAuthorize.class)
                        .or(() -> handler.getOwner().tryGetAnnotationOfType(PreAuthorize.class))
                        .map(PreAuthorize::value)
                        .orElse("");
                boolean open = rule.contains("permitAll") || rule.contains("isAnonymous");
                boolean fine = !rule.isBlank()
                        && (!open
                                || OPEN_TO_EVERYONE.contains(handler.getOwner().getFullName()));
                events.add(new SimpleConditionEvent(
                        handler, fine, handler.getFullName() + " says \"" + rule + "\" about who may call it"));
            }
        };
    }
}
