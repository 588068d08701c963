package pl.otwartagmina.testing.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: modules and the portal's parts to the api, never to each other. */
class DependenciesTest {
    private static final JavaClasses CLASSES = House.classes();

    @Test
    void there_are_classes_to_judge() {
        assertThat(CLASSES.size()).isGreaterThan(100);
    }

    @Test
    void the_api_stands_alone() {
        noClasses()
                .that()
                .resideInAPackage("pl.otwartagmina.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pl.otwartagmina.shell..",
                        "pl.otwartagmina.identity..",
                        "pl.otwartagmina.persistence..",
                        "pl.otwartagmina.lifecycle..",
                        "pl.otwartagmina.console..",
                        "pl.otwartagmina.service..",
                        "pl.otwartagmina.integration..")
                .check(CLASSES);
    }

    @Test
    void parts_of_the_portal_meet_in_the_api_only() {
        slices().matching("pl.otwartagmina.(shell|identity|persistence|lifecycle|console)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void modules_meet_in_the_api_only() {
        slices().matching("pl.otwartagmina.service.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("pl.otwartagmina.service..", "pl.otwartagmina.integration..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "pl.otwartagmina.shell..",
                        "pl.otwartagmina.identity..",
                        "pl.otwartagmina.persistence..",
                        "pl.otwartagmina.lifecycle..",
                        "pl.otwartagmina.console..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void only_the_shell_uses_the_inside_of_flow() {
        noClasses()
                .that()
                .resideOutsideOfPackage("pl.otwartagmina.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin.flow.internal..",
                        "com.vaadin.flow.server.startup..",
                        "com.vaadin.flow.server.communication..",
                        "com.vaadin.flow.component.internal..")
                .check(CLASSES);
    }

    @Test
    void nobody_uses_the_old_enterprise_packages() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.servlet..", "javax.persistence..", "javax.inject..", "javax.annotation..")
                .check(CLASSES);
    }

    @Test
    void nobody_uses_commercial_components() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin.flow.component.board..",
                        "com.vaadin.flow.component.charts..",
                        "com.vaadin.flow.component.crud..",
                        "com.vaadin.flow.component.cookieconsent..",
                        "com.vaadin.flow.component.dashboard..",
                        "com.vaadin.flow.component.gridpro..",
                        "com.vaadin.flow.component.map..",
                        "com.vaadin.flow.component.richtexteditor..",
                        "com.vaadin.flow.component.spreadsheet..",
                        "com.vaadin.pro..")
                .check(CLASSES);
    }

    @Test
    void nothing_asks_for_a_build_of_browser_code() {
        for (String annotation : new String[] {
            "com.vaadin.flow.theme.Theme",
            "com.vaadin.flow.component.dependency.CssImport",
            "com.vaadin.flow.component.dependency.JsModule",
            "com.vaadin.flow.component.dependency.NpmPackage",
            "com.vaadin.flow.component.dependency.StyleSheet",
            "com.vaadin.flow.router.Route"
        }) {
            noClasses().should().beAnnotatedWith(annotation).check(CLASSES);
        }
    }
}
