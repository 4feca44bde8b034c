package io.skipway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skipway.courseware.Drafts;
import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;

/** A quiz that an instructor writes into a course and publishes while the server runs. */
public final class PublishedQuiz {
    private PublishedQuiz() {}

    public static void publish(Drafts drafts, UserId instructor, CourseId course, String quiz, String file) {
        var index = drafts.open(instructor, course).files().getOrDefault("course.yaml", "");
        var listed = index.contains("quizzes:")
                ? index.replaceFirst("quizzes:\\n", "quizzes:\n  - " + quiz + "\n")
                : index.stripTrailing() + "\nquizzes:\n  - " + quiz + "\n";
        assertThat(drafts.save(instructor, course, "quizzes/" + quiz + ".yaml", "", file))
                .isInstanceOf(Drafts.Saved.Kept.class);
        assertThat(drafts.save(instructor, course, "course.yaml", index, listed))
                .isInstanceOf(Drafts.Saved.Kept.class);
        var draft = drafts.open(instructor, course);
        assertThat(draft.problems()).isEmpty();
        assertThat(drafts.publish(instructor, course, draft.id())).isInstanceOf(Drafts.Publication.Published.class);
    }
}
