package com.vsoxp.alliance.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;

/**
 * How the house is laid out, as tests. Each service asks every rule in a plain test of its own, so that the rules are
 * counted; the tests of this module prove that each can fail.
 */
public final class ArchitectureRules {

    private static final String HOUSE = "com.vsoxp.alliance";
    private static final String PLATFORM = HOUSE + ".platform";
    private static final String MONEY = PLATFORM + ".money";
    private static final String TIME = PLATFORM + ".time";
    // Tokens for tests are good now, wherever the clock of the service has travelled.
    private static final DescribedPredicate<JavaClass> ARE_NO_FIXTURES =
            DescribedPredicate.not(resideInAPackage(PLATFORM + ".testing.."));
    private static final Set<String> PLAIN_JAVA =
            Set.of("java.lang", "java.util", "java.time", "java.math", "java.text");
    private static final Set<String> CLOCKS =
            Set.of("now", "systemUTC", "systemDefaultZone", "system", "currentTimeMillis");

    private final String base;
    private final JavaClasses classes;

    private ArchitectureRules(String base, JavaClasses classes) {
        assertThat(classes).as("classes of " + base).isNotEmpty();
        this.base = base;
        this.classes = classes;
    }

    /** The rules over the main classes of one service, by its base package. */
    public static ArchitectureRules of(String basePackage) {
        return new ArchitectureRules(
                basePackage,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(basePackage));
    }

    /** The rules over small classes of a test. */
    static ArchitectureRules ofTestClasses(String basePackage) {
        return new ArchitectureRules(basePackage, new ClassFileImporter().importPackages(basePackage));
    }

    /** A service stands on platform alone: services meet on Kafka, not in the class path. */
    public void dependOnNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(HOUSE + "..")
                        .and(DescribedPredicate.not(resideInAPackage(base + "..")))
                        .and(DescribedPredicate.not(resideInAPackage(PLATFORM + ".."))))
                .check(classes);
    }

    /**
     * Only a class marked {@code @UseCase} writes: stores, changes or deletes entities, runs changing SQL, or appends to
     * the outbox. An entity may hold the statement that a use case has it run.
     */
    public void letOnlyUseCasesWrite() {
        classes().should(new WriteOnlyInUseCases(classes)).check(classes);
    }

    /** Nobody asks the system for the time: it comes from the injected Clock, which can travel. */
    public void askTheClockForTheTime() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(TIME + "..")).and(ARE_NO_FIXTURES))
                .should()
                .accessTargetWhere(describe("the system's time is read", ArchitectureRules::readsSystemTime))
                .check(classes);
    }

    /**
     * The rules of the business are plain Java: they use the language, each other and money, and take time as a parameter.
     *
     * @param rules packages, with all below them, or single classes, each relative to the base package
     */
    public void keepRulesPlain(String... rules) {
        DescribedPredicate<JavaClass> isRule = describe("are rules", type -> isAnyOf(type, rules));
        assertThat(Arrays.stream(rules).filter(rule -> classes.stream().noneMatch(type -> isAnyOf(type, rule))))
                .as("rules that are nowhere")
                .isEmpty();
        classes()
                .that(isRule)
                .should()
                .onlyDependOnClassesThat(describe(
                        "are plain Java, rules or money",
                        type -> isPlain(type) || isRule.test(type.getBaseComponentType())))
                .check(classes);
    }

    private boolean isAnyOf(JavaClass type, String... rules) {
        String name = type.getBaseComponentType().getName();
        return Arrays.stream(rules)
                .map(rule -> base + "." + rule)
                .anyMatch(rule -> (name + ".").startsWith(rule + ".") || name.startsWith(rule + "$"));
    }

    private static boolean isPlain(JavaClass type) {
        String home = type.getBaseComponentType().getPackageName();
        return type.getBaseComponentType().isPrimitive()
                || home.startsWith(MONEY)
                || PLAIN_JAVA.stream().anyMatch(plain -> (home + ".").startsWith(plain + "."));
    }

    private static boolean readsSystemTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean isTime = owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class);
        return isTime && CLOCKS.contains(access.getName()) && !takesClock(access)
                || owner.isEquivalentTo(Date.class) && access.getName().equals("<init>");
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
