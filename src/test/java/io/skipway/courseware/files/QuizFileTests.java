package io.skipway.courseware.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Edition;
import io.skipway.courseware.Quiz;
import io.skipway.courseware.Quiz.When;
import io.skipway.identity.CourseId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a quiz are read as they are written, and a mistake is told with its line and what to do. */
class QuizFileTests {
    private static final String QUIZ = """
            title: {ko: 시험, en: Exam}
            about: {ko: "읽으세요", en: "Read *this*."}
            mode: exam
            opens: 2026-11-30T09:00+09:00
            closes: 2026-12-01T18:00+09:00
            minutes: 40
            grace: 30
            attempts: 2
            counts: last
            delay: 60
            password: residual
            navigation: sequential
            behaviour: tries
            tries: 3
            penalty: 0.3
            review: {points: checked, feedback: submitted, solution: closed}
            sections:
              - title: {ko: 하나, en: One}
                shuffled: true
                questions:
                  - {question: q, points: 2.5}
                  - {pool: [b1, b2, b3], draw: 2}
            """;

    private final TreeMap<String, String> files = new TreeMap<>();

    QuizFileTests() {
        files.put("course.yaml", """
                title: {ko: 강의, en: Course}
                summary: {ko: 요약, en: Summary}
                lessons: [one]
                quizzes: [final]
                """);
        files.put("one/lesson.ko.md", "# 제목\n\n::exercise{q}\n");
        files.put("one/lesson.en.md", "# Title\n\n::exercise{q}\n");
        files.put("one/questions/q.yaml", choice());
        for (var id : List.of("b1", "b2", "b3")) {
            files.put("bank/questions/" + id + ".yaml", choice());
        }
        files.put("quizzes/final.yaml", QUIZ);
    }

    @Test
    void everyRuleIsReadAsItIsWritten() {
        assertThat(problems()).isEmpty();
        var quiz = edition().quiz("final").orElseThrow();
        assertThat(quiz.title().en()).isEqualTo("Exam");
        assertThat(quiz.about().en()).contains("<em>this</em>");
        assertThat(quiz.opens()).contains(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(quiz.closes()).contains(Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(quiz.limit()).contains(Duration.ofMinutes(40));
        assertThat(quiz.grace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(quiz.attempts()).hasValue(2);
        assertThat(quiz.counts()).isEqualTo(Quiz.Counts.LAST);
        assertThat(quiz.delay()).isEqualTo(Duration.ofMinutes(60));
        assertThat(quiz.password()).contains("residual");
        assertThat(quiz.sequential()).isTrue();
        assertThat(quiz.behaviour()).isEqualTo(new Quiz.Behaviour.Tries(3, new BigDecimal("0.3")));
        assertThat(quiz.review()).isEqualTo(new Quiz.Review(When.CHECKED, When.SUBMITTED, When.CLOSED));
        var section = quiz.sections().getFirst();
        assertThat(section.shuffled()).isTrue();
        assertThat(section.items().getFirst().points()).contains(new BigDecimal("2.5"));
        assertThat(section.items().getLast().draw()).isEqualTo(2);
        assertThat(quiz.questions()).containsExactly("q", "b1", "b2", "b3");
    }

    @Test
    void whatIsNotSaidIsNotBounded() {
        files.put("quizzes/final.yaml", """
                title: {ko: 시험, en: Exam}
                about: {ko: 글, en: Text}
                mode: exam
                sections:
                  - title: {ko: 하나, en: One}
                    questions: [{question: q}, {pool: [b1, b2, b3], draw: 1}]
                """);
        assertThat(problems()).isEmpty();
        var quiz = edition().quiz("final").orElseThrow();
        assertThat(quiz.limit()).isEmpty();
        assertThat(quiz.attempts()).isEmpty();
        assertThat(quiz.grace()).isZero();
        assertThat(quiz.behaviour()).isEqualTo(new Quiz.Behaviour.Deferred());
        assertThat(quiz.sequential()).isFalse();
        assertThat(quiz.review().solution()).isEqualTo(When.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mode: exam                | mode: exm                      | 3: "mode" must be one of exam, practice.
            closes: 2026-12-01        | closes: 2026-11-29             | 5: The quiz must close after it opens.
            opens: 2026-11-30T09:00+09:00 | opens: 2026-11-30 09:00    | 4: "opens" must be a time with its zone, such as 2026-11-30T09:00+09:00.
            minutes: 40               | minutes: 0                     | 6: "minutes" must be a whole number from 1 to 10080.
            minutes: 40               | minutes: 1.5                   | 6: "minutes" must be a whole number from 1 to 10080.
            grace: 30                 | grace: 601                     | 7: "grace" must be a whole number from 0 to 600.
            attempts: 2               | attempts: -1                   | 8: "attempts" must be a whole number from 1 to 100.
            attempts: 2               | attempts: two                  | 8: "attempts" must be a number, not "two".
            counts: last              | counts: worst                  | 9: "counts" must be one of best, last, first, mean.
            delay: 60                 | delay: 0                       | 10: "delay" must be a whole number from 1 to 10080.
            navigation: sequential    | navigation: backwards          | 12: "navigation" must be one of free, sequential.
            behaviour: tries          | behaviour: try                 | 13: "behaviour" must be one of deferred, immediate, tries, certainty.
            behaviour: tries          | behaviour: deferred            | 14: "tries" goes with "behaviour: tries" only.
            behaviour: tries          | behaviour: certainty           | 15: "penalty" goes with "behaviour: tries" only.
            tries: 3                  | tries: 1                       | 14: "tries" must be a whole number from 2 to 10.
            penalty: 0.3              | penalty: 1.5                   | 15: "penalty" must be from 0 to 1, a share of the points.
            points: checked           | points: closed                 | 16: Feedback tells the points, and the solution both: neither may be shown before the other.
            points: checked, feedback: submitted, solution: closed | points: checked, feedback: checked, solution: checked | 16: The solution is shown when all is submitted, or later.
            points: checked           | points: always                 | 16: "points" must be one of checked, submitted, closed, never.
            draw: 2                   | draw: 4                        | 22: "draw" must be a whole number from 1 to 3, the pool's size.
            draw: 2                   | draw: 1.5                      | 22: "draw" must be a whole number from 1 to 3, the pool's size.
            points: 2.5               | points: 0                      | 21: "points" must be above 0 and at most 1000.
            question: q,              | question: nowhere,             | 21: The question "nowhere" has no file bank/questions/nowhere.yaml. Write it.
            b1, b2                    | b1, b1                         | 22: The question "b1" stands in this quiz twice.
            password:                 | passwort:                      | 11: "passwort" is not known here. Did you mean "password"?
            ko: 시험,                 | ko2: 시험,                     | 1: "title" has no Korean. Write a line "ko: ...".
            """)
    void aMistakeIsToldAtItsLine(String what, String by, String problem) {
        assertThat(QUIZ).contains(what);
        files.put("quizzes/final.yaml", QUIZ.replaceFirst(java.util.regex.Pattern.quote(what), by));
        assertThat(problems()).contains("quizzes/final.yaml:" + problem);
    }

    @Test
    void triesAreSaidAndAQuizHasQuestions() {
        files.put("quizzes/final.yaml", """
                title: {ko: 시험, en: Exam}
                about: {ko: 글, en: Text}
                mode: exam
                behaviour: tries
                sections:
                  - title: {ko: 하나, en: One}
                    questions: []
                """);
        assertThat(problems())
                .contains(
                        "quizzes/final.yaml:4: Say how many \"tries\" there are.",
                        "quizzes/final.yaml:5: The quiz has no question. Name one at least.",
                        "quizzes/final.yaml:7: The section has no question. Name one, or remove the section.",
                        "bank/questions/b1.yaml:1: Nothing in the quizzes names this file. Place it, or remove it.");
    }

    @Test
    void practiceHasNoRulesOfAnExamAndNoQuestionThatWaits() {
        files.put("bank/questions/b1.yaml", """
                kind: essay
                points: 1
                prompt: {ko: 글, en: Text}
                maxCharacters: 100
                rubric:
                  - id: all
                    title: {ko: 전부, en: All}
                    levels:
                      - {points: 0, title: {ko: 없음, en: None}}
                      - {points: 1, title: {ko: 있음, en: Some}}
                solutions: []
                """);
        files.put("quizzes/final.yaml", """
                title: {ko: 연습, en: Practice}
                about: {ko: 글, en: Text}
                mode: practice
                minutes: 40
                sections:
                  - title: {ko: 하나, en: One}
                    questions: [{question: q}, {question: b1}, {pool: [b2, b3], draw: 1}]
                """);
        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("quizzes/final.yaml:4: \"minutes\" is not known here."))
                .contains("quizzes/final.yaml:7: The question \"b1\" can't be practised: no machine marks it at once.");
    }

    @Test
    void aQuizIsListedAndWhatIsListedIsThere() {
        replace("course.yaml", "quizzes: [final]", "quizzes: [other]");
        assertThat(problems())
                .contains(
                        "quizzes/final.yaml:1: The course does not list this quiz. Write \"final\" into \"quizzes\" of"
                                + " course.yaml, or remove it.",
                        "course.yaml:4: The quiz \"other\" has no file quizzes/other.yaml. Write it.");
        replace("course.yaml", "quizzes: [other]", "quizzes: [final, final]");
        assertThat(problems()).containsExactly("course.yaml:4: The quiz \"final\" is listed twice. Remove one.");
    }

    @Test
    void aQuestionOfTheBankIsNamedByAQuizAndHasItsNameAlone() {
        files.put("bank/questions/b4.yaml", choice());
        assertThat(problems())
                .containsExactly(
                        "bank/questions/b4.yaml:1: Nothing in the quizzes names this file. Place it, or remove it.");
        files.remove("bank/questions/b4.yaml");
        files.put("bank/questions/q.yaml", choice());
        assertThat(problems()).as("the lesson's question is meant").hasSize(1);
    }

    @Test
    void aBankIsNoLesson() {
        replace("course.yaml", "lessons: [one]", "lessons: [one, bank]");
        assertThat(problems())
                .contains(
                        "course.yaml:3: \"bank\" is the folder of the quizzes' questions. Name the lesson otherwise.");
    }

    private static String choice() {
        return """
                kind: single-choice
                points: 2
                prompt: {ko: 물음, en: Question}
                key: b
                options:
                  - id: a
                    text: {ko: 가, en: A}
                    feedback: {ko: 아닙니다, en: No}
                  - id: b
                    text: {ko: 나, en: B}
                    feedback: {ko: 맞습니다, en: Yes}
                tests:
                  - {answer: b, points: 2}
                """;
    }

    private void replace(String path, String what, String by) {
        files.computeIfPresent(path, (same, text) -> text.replace(what, by));
    }

    private Edition edition() {
        return CourseFiles.read(new CourseId("course"), files).edition();
    }

    private List<String> problems() {
        return CourseFiles.read(new CourseId("course"), files).problems().stream()
                .map(Object::toString)
                .toList();
    }
}
