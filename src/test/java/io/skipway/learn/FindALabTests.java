package io.skipway.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import io.skipway.player.LabPanel;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;

/** From the courses to a lab that stands alone, for who has a part in the course. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@ViewPackages(packages = {"io.skipway.learn", "io.skipway.ui"})
@WithMockUser(username = "mina", roles = "STUDENT")
class FindALabTests extends SpringBrowserlessTest {

    @Test
    void aStudentFindsEveryLabOfTheCourse() {
        UI.getCurrent().navigate("");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("course/deep-cnn/depth", "labs/deep-cnn");
        UI.getCurrent().navigate("labs/deep-cnn");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "labs/deep-cnn/architectures",
                        "labs/deep-cnn/degradation",
                        "labs/deep-cnn/stacked-3x3",
                        "labs/deep-cnn/bottleneck",
                        "labs/deep-cnn/gradient-flow",
                        "labs/deep-cnn/identity-term",
                        "labs/deep-cnn/remedies",
                        "labs/deep-cnn/lesion",
                        "labs/deep-cnn/landscape",
                        "labs/deep-cnn/health");
    }

    @Test
    void aLabStandsAloneAndKeepsItsAddress() {
        UI.getCurrent().navigate("labs/deep-cnn/gradient-flow");
        var panel = find(LabPanel.class).single();
        assertThat(panel.getElement().getAttribute("address")).isEqualTo("labs/deep-cnn/gradient-flow");
        assertThat(panel.getElement().hasAttribute("alone")).isTrue();
        // The panel writes its settings into the address; the page must not take it away for that.
        UI.getCurrent().navigate("labs/deep-cnn/gradient-flow");
        assertThat(find(LabPanel.class).single()).isSameAs(panel);
    }

    @Test
    void aLabThatIsNotThereIsSaidSo() {
        UI.getCurrent().navigate("labs/deep-cnn/mining");
        assertThat(heading()).contains("no such page");
    }

    @Test
    @WithMockUser(username = "admin", roles = "STUDENT")
    void whoHasNoPartInTheCourseLearnsNothingOfIt() {
        for (var page : new String[] {"labs/deep-cnn", "labs/deep-cnn/gradient-flow", "course/deep-cnn/depth"}) {
            UI.getCurrent().navigate(page);
            assertThat(heading()).as(page).contains("no such page");
        }
    }

    private String heading() {
        return find(H1.class).single().getText();
    }
}
