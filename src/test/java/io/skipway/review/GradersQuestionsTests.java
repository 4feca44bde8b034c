package io.skipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Drafts.Publication;
import io.skipway.player.ProseBlock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.annotation.DirtiesContext;

/** Which questions a grader finds, and who finds none. */
class GradersQuestionsTests extends GradingScene {
    private static final String GONE = "identity-beyond-init";

    @Autowired
    Drafts drafts;

    @Test
    void findsHowManyEssaysWait() {
        submit("yuna", "Yuna", QUESTION, "x");
        navigate(QuestionsView.class);
        assertThat(list("Describe the mechanism")).contains("1 waiting · 0 marked · 0 released");
        assertThat(find(H3.class).all()).isEmpty();
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.AFTER_METHOD)
    void reachesAndMarksTheEssaysOfAQuestionThatIsNoEssayAnyMore() {
        submit("yuna", "Yuna", GONE, "Before it went.");
        makeAChoiceOfIt();
        navigate(QuestionsView.class);
        assertThat(find(H3.class).single().getText()).isEqualTo("No longer in the course");
        assertThat(list("Explain how ResNet's identity mapping")).contains("1 waiting");
        open(GONE);
        assertThat(find(ProseBlock.class).all())
                .extracting(block -> block.getElement().getProperty("html"))
                .anyMatch(html -> html.contains("Before it went."))
                .anyMatch(html -> html.contains("Start from the equation of backpropagation"));
        for (var row = 1; row <= find(LevelRows.class).single().getChildren().count(); row++) {
            choose(row, 1);
        }
        assertThat(status()).startsWith("Mark saved");
    }

    @Test
    @WithMockUser(username = "mina", roles = "STUDENT")
    void isNoPageForAStudent() {
        submit("yuna", "Yuna", QUESTION, "x");
        UI.getCurrent().navigate("review/" + COURSE + "/" + QUESTION);
        assertThat(getCurrentView()).isNotInstanceOf(GradingView.class);
        UI.getCurrent().navigate("review");
        assertThat(getCurrentView()).isNotInstanceOf(QuestionsView.class);
    }

    /** The role opens the menu, the course itself asks again. */
    @Test
    @WithMockUser(username = "mina", roles = "GRADER")
    void isNoPageForAGraderOfAnotherCourse() {
        submit("yuna", "Yuna", QUESTION, "x");
        UI.getCurrent().navigate("review/" + COURSE + "/" + QUESTION);
        assertThat(getCurrentView()).isNotInstanceOf(GradingView.class);
    }

    private String list(String begin) {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .filter(text -> text.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    /** An instructor makes another kind of question of it, which nobody grades. */
    private void makeAChoiceOfIt() {
        var instructor = id("instructor");
        var files = drafts.open(instructor, COURSE).files();
        var path = "depth/questions/" + GONE + ".yaml";
        var choice = files.getOrDefault("depth/questions/uniform-3x3.yaml", "")
                .replaceFirst("(?m)^lab: .*$", "lab: gradient-flow");
        assertThat(drafts.save(instructor, COURSE, path, files.getOrDefault(path, ""), choice))
                .isInstanceOf(Drafts.Saved.Kept.class);
        var draft = drafts.open(instructor, COURSE);
        assertThat(draft.problems()).isEmpty();
        assertThat(drafts.publish(instructor, COURSE, draft.id())).isInstanceOf(Publication.Published.class);
    }
}
