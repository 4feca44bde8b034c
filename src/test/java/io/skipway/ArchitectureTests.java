package io.skipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import tools.jackson.databind.json.JsonMapper;

class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.skipway");

    @Test
    void modulesKnowOnlyWhomTheyMay() {
        ApplicationModules.of(Skipway.class).verify();
    }

    /** A server reads its modules there, and need not look through all its classes when it starts. */
    @Test
    void theListOfModulesIsWhole() throws IOException {
        try (var list = Skipway.class.getResourceAsStream("/META-INF/spring-modulith/application-modules.json")) {
            assertThat(JsonMapper.builder().build().readTree(list).propertyNames())
                    .containsExactlyInAnyOrderElementsOf(ApplicationModules.of(Skipway.class).stream()
                            .map(module -> module.getIdentifier().toString())
                            .toList());
        }
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
