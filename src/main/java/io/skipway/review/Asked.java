package io.skipway.review;

import io.skipway.attempts.AttemptId;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.courseware.QuestionRef;
import io.skipway.courseware.Quiz;
import io.skipway.grading.Grading;
import io.skipway.identity.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * An essay question where it is asked.
 *
 * @param exercise the question itself in a lesson, {@code quiz.question} in an exam; see {@link AttemptId}
 * @param title to tell it by: where an exam asks it, with the exam's
 */
record Asked(String exercise, Question question, String title) {
    /** Every essay question of an edition: those of its lessons, then those of its exams. */
    static List<Asked> in(Edition edition, Language language) {
        var lessons = edition.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .filter(Question.Essay.class::isInstance)
                .map(question -> new Asked(question.id(), question, prompt(question, language)));
        var exams = edition.quizzes().stream()
                .filter(quiz -> quiz.mode() == Quiz.Mode.EXAM)
                .flatMap(quiz -> quiz.questions().stream()
                        .flatMap(id -> edition.question(id).stream())
                        .filter(Question.Essay.class::isInstance)
                        .map(question ->
                                new Asked(quiz.id() + "." + question.id(), question, title(quiz, question, language))));
        return Stream.concat(lessons, exams).toList();
    }

    /**
     * What was asked and answered in editions before, and is no essay of the newest any more; as it was asked last. Asks
     * that {@code who} is a grader of the course.
     */
    static List<Asked> gone(UserId who, Edition newest, Courses courses, Grading grading, Language language) {
        var there = in(newest, language).stream().map(Asked::exercise).toList();
        return grading.asked(who, newest.course()).entrySet().stream()
                .filter(entry -> !there.contains(entry.getKey()))
                .map(entry -> last(entry.getKey(), entry.getValue(), courses, language))
                .toList();
    }

    private static Asked last(String exercise, QuestionRef ref, Courses courses, Language language) {
        var question = courses.question(ref);
        var quiz = exercise.contains(".")
                ? courses.edition(ref.course(), ref.edition()).quiz(exercise.substring(0, exercise.indexOf('.')))
                : Optional.<Quiz>empty();
        return new Asked(
                exercise,
                question,
                quiz.map(exam -> title(exam, question, language)).orElseGet(() -> prompt(question, language)));
    }

    private static String title(Quiz quiz, Question question, Language language) {
        return quiz.title().in(language) + ": " + prompt(question, language);
    }

    /** The first paragraph of a prompt as plain text, its formulas as they are written. */
    private static String prompt(Question question, Language language) {
        var prompt = Jsoup.parseBodyFragment(question.prompt().in(language)).body();
        var first = prompt.selectFirst("p");
        return (first == null ? prompt : first).text();
    }
}
