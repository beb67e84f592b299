package io.airproof.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Which room may know which. The root is a parameter, so that the same rules that guard {@code io.airproof} can be seen
 * red on a small bad tree.
 */
final class RoomRules {
    /** Rooms of the suite, each with the rooms it may use; tests beside the code obey the same rules. */
    private static final Map<String, List<String>> MAY_USE = mayUse();

    private static final String[] MACHINERY = {
        "java.net.http..",
        "okhttp3..",
        "io.restassured..",
        "com.github.kokorin.jaffree..",
        "org.testcontainers..",
        "com.github.dockerjava..",
        "io.socket..",
        "org.bytedeco.."
    };
    private static final String[] PURE_LIBRARIES = {
        "java..", "org.jtransforms..", "org.visnow.jlargearrays..", "org.jspecify.."
    };
    private static final String[] TEST_LIBRARIES = {"org.assertj..", "org.junit..", "net.jqwik..", "org.apiguardian.."};

    private static final DescribedPredicate<JavaClass> PROCESSES = describe(
            "process types",
            one -> one.getName().startsWith("java.lang.Process")
                    || one.getName().equals("java.lang.Runtime"));
    private static final DescribedPredicate<JavaClass> SOCKETS = describe(
            "network types",
            one -> one.getPackageName().startsWith("java.net") && !one.getName().equals("java.net.URI"));

    private final String root;

    RoomRules(String root) {
        this.root = root;
    }

    private static Map<String, List<String>> mayUse() {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("media", List.of());
        rooms.put("process", List.of());
        rooms.put("evidence", List.of());
        rooms.put("arch", List.of());
        rooms.put("catalogue", List.of("evidence"));
        rooms.put("report", List.of("evidence", "catalogue"));
        rooms.put("shard", List.of("evidence", "report"));
        rooms.put("measure", List.of("media"));
        rooms.put("driver", List.of("media", "process"));
        rooms.put("fixture", List.of("driver.ffmpeg", "driver.publish", "media", "measure", "process"));
        rooms.put("stack", List.of("driver", "evidence", "fixture", "media", "process"));
        rooms.put("fault", List.of("driver.ffmpeg", "driver.record", "measure", "media"));
        rooms.put("run", List.of("driver", "fixture", "stack", "measure", "media", "evidence", "process", "report"));
        rooms.put("exhibit", List.of("run", "driver", "fixture", "measure", "media"));
        rooms.put("trust", List.of("fault", "world", "run", "driver", "fixture", "measure", "media", "evidence"));
        rooms.put("scale", List.of("world", "run", "driver", "fixture", "measure", "media"));
        rooms.put("world", List.of("run", "exhibit", "driver", "fixture", "stack", "measure", "media", "evidence"));
        rooms.put("steps", List.of("world", "run", "fixture", "measure", "media", "evidence", "report", "shard"));
        return rooms;
    }

    /** Every rule. */
    List<ArchRule> all() {
        return Stream.concat(
                        MAY_USE.keySet().stream().map(this::directions),
                        Stream.of(
                                suiteKnowsNoReference(),
                                referenceKnowsNoSuite(),
                                stepsHoldNoMachinery(),
                                measureIsPure(),
                                nobodySleeps(),
                                nothingStaticChanges(),
                                everyPackageIsNullMarked()))
                .toList();
    }

    ArchRule suiteKnowsNoReference() {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .and(not(resideInAPackage(root + ".reference..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".reference..")
                .because("an oracle that shares code with what it judges shares its faults");
    }

    ArchRule referenceKnowsNoSuite() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".reference..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".reference.."))))
                .because("an oracle that shares code with what it judges shares its faults");
    }

    ArchRule stepsHoldNoMachinery() {
        DescribedPredicate<JavaClass> machinery = resideInAnyPackage(MACHINERY)
                .or(resideInAPackage(root + ".driver.ffmpeg.."))
                .or(resideInAPackage(root + ".process.."))
                .or(PROCESSES)
                .or(SOCKETS);
        return noClasses()
                .that()
                .resideInAPackage(root + ".steps..")
                .should()
                .dependOnClassesThat(machinery)
                .because("steps are grammar; processes, sockets, HTTP, ffmpeg and Docker belong to the drivers");
    }

    ArchRule measureIsPure() {
        DescribedPredicate<JavaClass> test = describe("tests", RoomRules::isTest);
        DescribedPredicate<JavaClass> pure = resideInAnyPackage(PURE_LIBRARIES)
                .and(not(PROCESSES))
                .and(not(SOCKETS))
                .or(resideInAnyPackage(root + ".media..", root + ".measure.."));
        return classes()
                .that(resideInAnyPackage(root + ".media..", root + ".measure.."))
                .should(new ArchCondition<>("depend on media, measure and mathematics alone") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        boolean inTest = test.test(one);
                        one.getDirectDependenciesFromSelf().stream()
                                .filter(used -> {
                                    JavaClass target = used.getTargetClass().getBaseComponentType();
                                    return !target.isPrimitive()
                                            && !pure.test(target)
                                            && !(inTest
                                                    && resideInAnyPackage(TEST_LIBRARIES)
                                                            .test(target));
                                })
                                .forEach(used -> events.add(SimpleConditionEvent.violated(one, used.getDescription())));
                    }
                })
                .because("a measurement must give the same number for the same recording anywhere");
    }

    ArchRule nobodySleeps() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep, TimeUnit.sleep",
                        call -> call.getTarget().getName().equals("sleep")
                                && List.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                        .contains(call.getTargetOwner().getName())))
                .because("a wait has a name, a deadline and a condition: use the waiter");
    }

    ArchRule nothingStaticChanges() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .and()
                .areStatic()
                .and(describe("are written by a person", RoomRules::isWritten))
                .should()
                .beFinal()
                .because("scenarios run side by side: what they share is handed to them");
    }

    ArchRule everyPackageIsNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a package whose package-info.java says @NullMarked") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        if (!one.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    one, one.getName() + " is in a package without @NullMarked package-info.java"));
                        }
                    }
                })
                .because("null is checked by the compiler where the package says so");
    }

    /** The room may use itself and the rooms named for it, and no other room of the suite. */
    ArchRule directions(String room) {
        String[] allowed = Stream.concat(Stream.of(room), MAY_USE.getOrDefault(room, List.of()).stream())
                .map(one -> root + "." + one + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .and(not(describe("tests that are provisioned", RoomRules::isProvisionedTest)))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed))))
                .because("dependencies point one way; " + room + " may use " + Arrays.toString(allowed));
    }

    /** A test may ask for the tools that it needs, wherever its room stands, and for nothing else above it. */
    private static boolean isProvisionedTest(JavaClass one) {
        return isTest(one)
                && one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().getPackageName().endsWith(".stack.provision"));
    }

    private static boolean isTest(JavaClass one) {
        JavaClass outermost = one;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        return name.endsWith("Test") || name.endsWith("Properties") || name.endsWith("Tests");
    }

    private static boolean isWritten(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().startsWith("$");
    }
}
