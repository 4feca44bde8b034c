package io.skipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skipway");

    @Test
    void modulesKnowOnlyWhomTheyMay() {
        ApplicationModules.of(Skipway.class).verify();
    }

    @Test
    void onlyTheEngineKnowsTheNetworkLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.skipway.lab.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..")
                .check(CLASSES);
    }

    @Test
    void onlyRoomsWithScreensKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.skipway",
                        "io.skipway.ui",
                        "io.skipway.player",
                        "io.skipway.learn",
                        "io.skipway.author",
                        "io.skipway.review",
                        "io.skipway.admin")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }
}
