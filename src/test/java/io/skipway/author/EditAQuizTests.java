package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.skipway.courseware.NewFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An author finds the files of quizzes and of their questions, and begins a quiz from a template. */
class EditAQuizTests extends ExamScene {
    private static final String FILE = "quizzes/watched.yaml";

    @AfterEach
    void throwTheDraftAway() {
        drafts.discard(id("instructor"), COURSE);
    }

    @Test
    void seesWhatAQuizAsksAndWhereItIsWrong() {
        open(FILE);
        assertThat(shown()).contains("Watched exam", "40 minutes · one attempt", "points: ");
        var source = find(TextArea.class).withLabel(FILE).single();
        source.setValue(source.getValue().replace("minutes: 40", "minutes: 0"));
        assertThat(shown()).contains(FILE + ":4", "\"minutes\" must be a whole number from 1 to 10080.");
        source.setValue(source.getValue().replace("minutes: 0", "minutes: 50"));
        assertThat(shown()).contains("50 minutes").doesNotContain("must be a whole number");
    }

    @Test
    @SuppressWarnings("unchecked")
    void beginsAQuizWithItsFirstQuestion() {
        open(FILE);
        var kind = (Select<NewFile.Kind>)
                find(Select.class).withLabel("What it is").single();
        kind.setValue(NewFile.Kind.QUIZ);
        find(TextField.class).withLabel("Name").single().setValue("weekly");
        press("Make it");
        assertThat(drafts.open(id("instructor"), COURSE).problems()).isEmpty();
        assertThat(shown()).contains("The title of the exam", "What is asked?");
        open("bank/questions/weekly-1.yaml");
        assertThat(find(TextArea.class).withLabel("Text of A").single().getValue())
                .isEqualTo("The right answer");
        assertThat(find(RouterLink.class).withText("quizzes/weekly.yaml").exists())
                .isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void addsAQuestionThatOnlyQuizzesAsk() {
        open(FILE);
        var place = (Select<String>) find(Select.class).withLabel("Where").single();
        place.setValue(NewFile.BANK);
        find(TextField.class).withLabel("Name").single().setValue("one-more");
        press("Make it");
        assertThat(drafts.open(id("instructor"), COURSE).changed()).containsExactly("bank/questions/one-more.yaml");
        assertThat(shown()).contains("Nothing in the quizzes names this file. Place it, or remove it.");
        open(FILE);
        var source = find(TextArea.class).withLabel(FILE).single();
        source.setValue(source.getValue().stripTrailing() + "\n      - {question: one-more}\n");
        assertThat(drafts.open(id("instructor"), COURSE).problems()).isEmpty();
    }

    private static void open(String file) {
        UI.getCurrent().navigate("author/" + COURSE + "/edit", QueryParameters.of("file", file));
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
