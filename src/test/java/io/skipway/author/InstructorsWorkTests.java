package io.skipway.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.skipway.attempts.AttemptId;
import io.skipway.attempts.Attempts;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Question;
import io.skipway.courseware.Response;
import io.skipway.identity.CourseId;
import io.skipway.identity.People;
import io.skipway.identity.UserId;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;

/** What an instructor does on the screens of a course, and that nobody else can. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@WithMockUser(username = "instructor", roles = "INSTRUCTOR")
class InstructorsWorkTests extends SpringBrowserlessTest {
    private static final CourseId COURSE = new CourseId("deep-cnn");
    private static final String EDIT = "author/deep-cnn/edit";
    private static final String QUESTION = "depth/questions/uniform-3x3.yaml";
    private static final String LESSON = "depth/lesson.en.md";

    @Autowired
    private Courses courses;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Attempts attempts;

    @Autowired
    private People people;

    @AfterEach
    void throwTheDraftAway() {
        drafts.discard(person("instructor"), COURSE);
    }

    @Test
    void changesAQuestionAddsAnOptionAndPublishesANewEdition() {
        var before = courses.newest(COURSE).orElseThrow();
        open(QUESTION);
        write("Text of A", "ResNet-18");
        click("Add an option");
        write("Text of E", "None of them");
        write("Feedback for whoever chose E", "One of them does.");
        assertThat(button("Publish").isEnabled()).isFalse();
        click("Korean");
        write("Text of E", "없음");
        write("Feedback for whoever chose E", "하나는 그렇습니다.");
        assertThat(shown()).contains("1 file changes", "no problems");
        click("Publish");

        assertThat(shown()).contains("Published.");
        var after = courses.newest(COURSE).orElseThrow();
        assertThat(after.id()).isNotEqualTo(before.id());
        var question = (Question.SingleChoice) after.question("uniform-3x3").orElseThrow();
        assertThat(question.options()).hasSize(5);
        assertThat(question.options().getFirst().text().en()).contains("ResNet-18");
        assertThat(question.options().getLast().text().ko()).contains("없음");
        assertThat(courses.edition(COURSE, before.id())).isEqualTo(before);
    }

    @Test
    void movesAnOptionAndTakesOneOutAfterBeingAskedOnce() {
        open(QUESTION);
        var first = field("Text of A").getValue();
        var second = field("Text of B").getValue();
        test(find(NativeButton.class).withAriaLabel("Move down: Option A").single())
                .click();
        assertThat(field("Text of B").getValue()).isEqualTo(first);
        assertThat(field("Text of A").getValue()).isEqualTo(second);

        var remove = find(NativeButton.class).withAriaLabel("Remove: Option B").single();
        test(remove).click();
        assertThat(field("Text of B").getValue()).isEqualTo(first);
        test(remove).click();
        assertThat(find(TextArea.class).withValue(first).exists()).isFalse();
        assertThat(find(RadioButtonGroup.class)
                        .withLabel("Key")
                        .single()
                        .getElement()
                        .getChildCount())
                .isEqualTo(3);
    }

    @Test
    void buildsARubricWhoseLevelsMustAddUp() {
        open("depth/questions/skip-stabilises.yaml");
        var criteria = find(TextArea.class).withLabel("What is looked at").all().size();
        click("Add a criterion");
        find(TextArea.class)
                .withLabel("What is looked at")
                .withResultsSize(criteria + 1)
                .last()
                .setValue("Clarity");
        assertThat(shown()).contains("The best levels add up to");
        assertThat(button("Publish").isEnabled()).isFalse();
        find(TextField.class).withLabel("Points of level 2").last().setValue("0");
        assertThat(shown()).doesNotContain("The best levels add up to");
        click("Korean");
        assertThat(find(TextArea.class).withLabel("What is looked at").last().getValue())
                .isEmpty();
    }

    @Test
    void saysWhichOptionsAreRightAndHowTheyAreMarked() {
        open("depth/questions/review-remedies.yaml");
        var right = find(Checkbox.class).withLabel("Right").all();
        assertThat(right).extracting(Checkbox::getValue).containsExactly(true, true, false, false);
        right.getFirst().setValue(false);
        assertThat(shown()).contains("Mend the key or the test.");
        right.getFirst().setValue(true);
        assertThat(shown()).doesNotContain("Mend the key or the test.");
        assertThat(find(RadioButtonGroup.class).withLabel("Marking").single().getValue())
                .isEqualTo("right-minus-wrong");
    }

    @Test
    void turnsAStatementRound() {
        open("depth/questions/review-depth-parameters.yaml");
        @SuppressWarnings("unchecked")
        var truth = (RadioButtonGroup<String>)
                find(RadioButtonGroup.class).withLabel("The statement is").single();
        assertThat(truth.getValue()).isEqualTo("true");
        truth.setValue("false");
        assertThat(shown()).contains("The answer \"true\" gets 0 points, but the test expects 1.");
    }

    @Test
    void changesWhatAShortAnswerAccepts() {
        open("depth/questions/review-degradation.yaml");
        find(TextField.class).withLabel("Answer 4: points").single().setValue("3");
        assertThat(shown()).contains("The points must be above 0 and at most the question's 2.");
        find(TextField.class).withLabel("Answer 4: points").single().setValue("0.5");
        click("Add an accepted answer");
        assertThat(shown()).contains("\"text\" must be a text.");
        find(TextField.class).withLabel("Answer 6: text").single().setValue("degradation of accuracy");
        assertThat(shown()).doesNotContain("must be a text");
        assertThat(button("Publish").isEnabled()).isTrue();
    }

    @Test
    void changesWhatAPredictionIsWorth() {
        open("depth/questions/predict-thirty.yaml");
        find(TextField.class).withLabel("Step 1: points").single().setValue("3");
        assertThat(shown()).contains("The first step must be worth the question's 2 points.");
        find(TextField.class).withLabel("Points").single().setValue("3");
        assertThat(shown()).doesNotContain("The first step must be worth");
        assertThat(button("Publish").isEnabled()).isTrue();
    }

    @Test
    void changesWhatANumberIsWorth() {
        open("depth/questions/factor-of-depth.yaml");
        assertThat(find(TextField.class)
                        .withLabel("What of it is asked for")
                        .single()
                        .getValue())
                .isEqualTo("ratio-plain");
        find(TextField.class)
                .withLabel("Step 1: greatest distance on the log axis")
                .single()
                .setValue("2");
        assertThat(shown()).contains("\"decades\" must grow from step to step");
        find(TextField.class)
                .withLabel("Step 1: greatest distance on the log axis")
                .single()
                .setValue("0.4");
        assertThat(shown()).doesNotContain("must grow from step to step");
        assertThat(button("Publish").isEnabled()).isTrue();
    }

    @Test
    void aMistakeShowsItsFileAndLineAndBlocksPublishing() {
        open(LESSON);
        var text = field(LESSON).getValue();
        var lines = text.strip().lines().count();
        field(LESSON).setValue(text.strip() + "\n\n::exercise{nowhere}\n");
        assertThat(shown()).contains("The question \"nowhere\" has no file depth/questions/nowhere.yaml.");
        assertThat(button("Publish").isEnabled()).isFalse();

        open("course.yaml");
        var there = LESSON + ":" + (lines + 2);
        test(find(RouterLink.class).withText(there).single()).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo(EDIT + "?file=depth%2Flesson.en.md&line=" + (lines + 2));
        assertThat(field(LESSON).getValue()).endsWith("::exercise{nowhere}\n");
    }

    @Test
    void anAddressOpensItsFileAndOneThatIsNotThereIsSaidSo() {
        open(QUESTION);
        assertThat(current()).isEqualTo(QUESTION);
        test(find(RouterLink.class).withText("course.yaml").single()).click();
        assertThat(current()).isEqualTo("course.yaml");
        open("depth/questions/nowhere.yaml");
        assertThat(shown()).contains("There is no file depth/questions/nowhere.yaml in this course.");
        assertThat(current()).isEqualTo(LESSON);
    }

    @Test
    void beginsAQuestionFromATemplateAndRemovesItAfterSeeingWhoNamesIt() {
        open(LESSON);
        name("Why?");
        assertThat(shown(find(TextField.class).withLabel("Name").single())).contains("Not a name.");
        name("uniform-3x3");
        assertThat(shown(find(TextField.class).withLabel("Name").single())).contains("of this name already");
        name("why");
        assertThat(current()).isEqualTo("depth/questions/why.yaml");
        assertThat(button("Publish").isEnabled()).isTrue();

        click("Remove this file");
        assertThat(find(Paragraph.class)
                        .withTextContaining("depth/lesson.ko.md:")
                        .exists())
                .isTrue();
        click("Keep it");
        click("Remove this file");
        click("Remove it");
        assertThat(current()).isEqualTo(LESSON);
        assertThat(find(ListItem.class).withText("depth/questions/why.yaml").exists())
                .isFalse();
        assertThat(button("Publish").isEnabled()).isFalse();
    }

    @Test
    void whatIsDrawnForEachStudentStandsInThePreviewAsTheFirstOfItsValues() {
        open("depth/questions/factor-of-depth.yaml");
        var prompt = elements(getCurrentView().getElement())
                .filter(element ->
                        !element.isTextNode() && element.getClassList().contains("prompt"))
                .map(element -> element.getProperty("html"))
                .findFirst()
                .orElseThrow();
        assertThat(prompt).contains("16 tanh layers").doesNotContain("[[");
    }

    @Test
    void thePreviewShowsTheKeyWhenAsked() {
        UI.getCurrent().navigate("author/deep-cnn/preview/depth");
        assertThat(keysShown()).isNotEmpty().containsOnly(false);
        assertThat(find(Anchor.class).withText("Show the key").single().getHref())
                .isEqualTo("author/deep-cnn/preview/depth?key");
        UI.getCurrent().navigate("author/deep-cnn/preview/depth", QueryParameters.fromString("key"));
        assertThat(keysShown()).isNotEmpty().containsOnly(true);
        assertThat(find(Anchor.class).withText("Hide the key").exists()).isTrue();
    }

    @Test
    void theTableOfStudentsShowsHowFarEachIs() {
        var mina = new AttemptId(person("mina"), COURSE, "uniform-3x3", 1);
        attempts.save(mina.person(), mina, 0, "w1", new Response.Choice("b"));
        var jun = new AttemptId(person("jun"), COURSE, "skip-stabilises", 1);
        attempts.save(jun.person(), jun, 0, "w1", new Response.Text("A sum."));
        attempts.submit(jun.person(), jun, 1);
        UI.getCurrent().navigate("author/deep-cnn/students");
        assertThat(row("김민아")).contains("saved").doesNotContain("submitted");
        assertThat(row("박준")).contains("submitted");
        assertThat(row("Sora Weber"))
                .containsOnlyOnce("Sora")
                .contains("not begun")
                .doesNotContain("saved");
    }

    @Test
    void theHistoryOfAnAnswerIsReadAsTextButNoEssayWithItsName() {
        var jun = new AttemptId(person("jun"), COURSE, "bottleneck-purpose", 1);
        attempts.save(jun.person(), jun, 0, "w1", new Response.Choice("c"));
        attempts.save(jun.person(), jun, 1, "w2", new Response.Choice("d"));
        attempts.submit(jun.person(), jun, 2);
        attempts.save(jun.person(), jun, 2, "w3", new Response.Choice(""));
        var essay = new AttemptId(person("jun"), COURSE, "identity-beyond-init", 1);
        attempts.save(essay.person(), essay, 0, "w1", new Response.Text("Bears a name."));
        UI.getCurrent().navigate("author/deep-cnn/students/jun/bottleneck-purpose");
        assertThat(shown())
                .contains("박준: bottleneck-purpose", "Submitted ", "the last state counts", "came late", "(empty)")
                .containsPattern("1[^\\n]*c[0-9a-f]{64}2");
        UI.getCurrent().navigate("author/deep-cnn/students/jun/identity-beyond-init");
        assertThat(shown()).contains("without a name").doesNotContain("Bears");
        for (var none : new String[] {"nobody/bottleneck-purpose", "jun/no-such", "instructor/uniform-3x3"}) {
            UI.getCurrent().navigate("author/deep-cnn/students/" + none);
            assertThat(shown()).as(none).contains("no such page");
        }
    }

    @Test
    void whatWasShuffledIsCalledInItsHistoryAsInTheFile() {
        saveTheKey("by-arithmetic");
        assertThat(shown()).contains("alexnet, googlenet, resnet-34, resnet-50, resnet-152, vgg-16");
        saveTheKey("sign-and-illness");
        assertThat(shown()).contains("left:vanishing = vanishing").doesNotContain("Parts[");
    }

    /** An answer of practice, and goes to its history. */
    private void saveTheKey(String question) {
        var jun = new AttemptId(person("jun"), COURSE, "practice." + question, 1);
        var asked = courses.newest(COURSE).orElseThrow().question(question).orElseThrow();
        var key = ((Question.InParts) asked.filled(attempts.values(jun.person(), jun))).key();
        attempts.save(jun.person(), jun, 0, "w1", key);
        UI.getCurrent().navigate("author/deep-cnn/students/jun/practice." + question);
    }

    @Test
    @WithMockUser(username = "mina", roles = "STUDENT")
    void aStudentFindsNoneOfThesePages() {
        for (var page : new String[] {
            EDIT,
            "author/deep-cnn/preview/depth",
            "author/deep-cnn/students",
            "author/deep-cnn/students/sora/bottleneck-purpose",
            "author"
        }) {
            UI.getCurrent().navigate(page);
            assertThat(shown()).as(page).contains("no such page").doesNotContain("deep-cnn");
        }
    }

    @Test
    @WithMockUser(username = "grader", roles = "INSTRUCTOR")
    void norDoesSomeoneWhoTeachesAnotherCourseOnly() {
        for (var page : new String[] {EDIT, "author/deep-cnn/preview/depth", "author/deep-cnn/students"}) {
            UI.getCurrent().navigate(page);
            assertThat(shown()).as(page).contains("no such page");
        }
    }

    private UserId person(String username) {
        return people.named(username).orElseThrow().id();
    }

    @Test
    void theKeyboardScrollsAPreviewInWhichNothingTakesTheFocus() {
        open("quizzes/depth-quiz.yaml");
        assertThat(find(DraftPreview.class).single().getElement().getAttribute("tabindex"))
                .isEqualTo("0");
    }

    private static void open(String file) {
        UI.getCurrent().navigate(EDIT, QueryParameters.of("file", file));
    }

    private String current() {
        return find(RouterLink.class)
                .withAttribute("aria-current", "page")
                .single()
                .getText();
    }

    private NativeButton button(String text) {
        return find(NativeButton.class).withText(text).single();
    }

    private void click(String text) {
        test(button(text)).click();
    }

    private TextArea field(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private void write(String label, String text) {
        field(label).setValue(text);
    }

    private void name(String name) {
        find(TextField.class).withLabel("Name").single().setValue(name);
        click("Make it");
    }

    private Stream<Boolean> keysShown() {
        return find(Component.class)
                .withCondition(component -> component.getElement().getTag().equals("skip-answer-preview"))
                .all()
                .stream()
                .map(preview -> preview.getElement().hasAttribute("show-key"));
    }

    private String row(String student) {
        return elements(getCurrentView().getElement())
                .filter(element -> !element.isTextNode() && element.getTag().equals("tr"))
                .map(Element::getTextRecursively)
                .filter(text -> text.contains(student))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody is " + student + " in " + shown()));
    }

    private static Stream<Element> elements(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(InstructorsWorkTests::elements));
    }

    private static String shown(TextField field) {
        return field.isInvalid() ? Objects.requireNonNull(field.getErrorMessage()) : "";
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
