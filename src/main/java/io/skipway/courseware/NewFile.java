package io.skipway.courseware;

import java.util.List;
import java.util.Optional;

/**
 * What an author can begin from a template.
 *
 * @param lesson the folder of the lesson to which it comes, or {@link #BANK}; of no meaning for a lesson and a quiz
 * @param name what the new thing will be called by: the folder of a lesson, the file of anything else
 */
public record NewFile(Kind kind, String lesson, String name) {
    /** The folder of what quizzes alone ask, which no lesson's text names. */
    public static final String BANK = "bank";

    /** The kinds that have a template, by the name of its file. */
    public enum Kind {
        LESSON("lesson"),
        CHOICE("choice"),
        ESSAY("essay"),
        GRADIENT_FLOW("gradient-flow"),
        IDENTITY_TERM("identity-term"),
        BOTTLENECK("bottleneck"),
        STACKED_3X3("stacked-3x3"),
        /** It comes with the lab whose network is sick. */
        REPAIR("repair"),
        NUMERIC("numeric"),
        MULTIPLE_CHOICE("multiple-choice"),
        TRUE_FALSE("true-false"),
        SHORT_ANSWER("short-answer"),
        ORDERING("ordering"),
        MATCHING("matching"),
        CLOZE("cloze"),
        /** It stands in no lesson, and comes with its first question. */
        QUIZ("quiz");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** Its name in the files of courses, such as {@code gradient-flow}. */
        public String id() {
            return template;
        }

        /** Whether it comes to a lesson. */
        public boolean inLesson() {
            return this != LESSON && this != QUIZ;
        }

        private String folder() {
            return asks() ? "questions" : "labs";
        }

        private String directive() {
            return asks() ? "exercise" : "lab";
        }

        private boolean asks() {
            return switch (this) {
                case LESSON, GRADIENT_FLOW, IDENTITY_TERM, BOTTLENECK, STACKED_3X3, QUIZ -> false;
                default -> true;
            };
        }
    }

    /** Why a new file can't be made. */
    public enum Refusal {
        /** The name is no word of small letters, digits and hyphens. */
        NAME,
        /** The course has a lesson, a question or a lab of this name. */
        TAKEN,
        /** There is no such lesson, or one of its texts is missing. */
        LESSON
    }

    /** The file that is written first. */
    String path() {
        return switch (kind) {
            case LESSON -> name + "/lesson.en.md";
            case QUIZ -> "quizzes/%s.yaml".formatted(name);
            default -> "%s/%s/%s.yaml".formatted(lesson, kind.folder(), name);
        };
    }

    /** The file of the first question of a quiz. */
    String first() {
        return "bank/questions/%s-1.yaml".formatted(name);
    }

    /** The file of the lab that stands beside it, where it brings one. */
    Optional<String> lab() {
        return kind == Kind.REPAIR ? Optional.of("%s/labs/%s.yaml".formatted(lesson, name)) : Optional.empty();
    }

    /** The line that places it in both texts of its lesson. */
    String directive() {
        return "::%s{%s}".formatted(kind.directive(), name);
    }

    List<String> texts() {
        if (kind.inLesson() && lesson.equals(BANK)) {
            return List.of();
        }
        var folder = kind == Kind.LESSON ? name : lesson;
        return List.of(folder + "/lesson.ko.md", folder + "/lesson.en.md");
    }

    /** Whether a file of the course has the name already; questions and labs have theirs in the whole course. */
    boolean taken(java.util.Set<String> paths) {
        if (kind == Kind.QUIZ) {
            return paths.contains(path())
                    || paths.stream().anyMatch(path -> path.endsWith("/questions/%s-1.yaml".formatted(name)));
        }
        return paths.stream()
                .anyMatch(
                        kind == Kind.LESSON
                                ? path -> path.startsWith(name + "/")
                                : path -> path.endsWith("/%s/%s.yaml".formatted(kind.folder(), name))
                                        || (lab().isPresent() && path.endsWith("/labs/%s.yaml".formatted(name))));
    }
}
