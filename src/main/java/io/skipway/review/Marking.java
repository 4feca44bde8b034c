package io.skipway.review;

import io.skipway.courseware.Question;
import io.skipway.grading.ChangedElsewhere;
import io.skipway.grading.ClaimedByAnother;
import io.skipway.grading.Grading;
import io.skipway.grading.Mark;
import io.skipway.grading.MarkDraft;
import io.skipway.grading.MarkDrafts;
import io.skipway.grading.Submission;
import io.skipway.identity.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One grader at one essay: what they set is saved as a mark if it can be one, and else kept as their draft. */
class Marking {
    private final Grading grading;
    private final MarkDrafts drafts;
    private final UserId grader;
    private final Submission submission;
    private final Question.Essay essay;
    private Optional<Instant> seen;

    Marking(Grading grading, MarkDrafts drafts, UserId grader, Submission submission, Question.Essay essay) {
        this.grading = grading;
        this.drafts = drafts;
        this.grader = grader;
        this.submission = submission;
        this.essay = essay;
        seen = grading.seen(grader, submission.id());
    }

    enum Standing {
        MARK,
        LEVELS_MISSING,
        POINTS_OUTSIDE,
        ANOTHER_AT_IT,
        CHANGED_ELSEWHERE
    }

    /** What became of it; {@code at} is empty where nothing was set, so that there was nothing to keep. */
    record Saved(Standing standing, Optional<Instant> at) {}

    Question.Essay essay() {
        return essay;
    }

    Optional<MarkDraft> draft() {
        return drafts.find(grader, submission.id());
    }

    /** Every mark that is kept, whoever set it, oldest first; the last one counts. */
    List<Mark> marks() {
        return grading.history(grader, submission.id());
    }

    /** From here on what another tab has saved is known: the next change takes its place. */
    void overtake() {
        seen = grading.seen(grader, submission.id());
    }

    /**
     * Saves what stands on the form: {@code points} as they were typed, empty for the levels' sum. What another tab has saved
     * meanwhile is not written over.
     */
    Saved save(Map<String, Integer> levels, Optional<String> points, String comment) {
        try {
            return markOrKeep(levels, points, comment);
        } catch (ChangedElsewhere refused) {
            return new Saved(Standing.CHANGED_ELSEWHERE, Optional.empty());
        }
    }

    private Saved markOrKeep(Map<String, Integer> levels, Optional<String> points, String comment) {
        try {
            var mark = grading.mark(grader, submission.id(), seen, levels, points.map(BigDecimal::new), comment);
            seen = Optional.of(mark.at());
            return new Saved(Standing.MARK, Optional.of(mark.at()));
        } catch (ClaimedByAnother refused) {
            return new Saved(Standing.ANOTHER_AT_IT, keep(levels, points, comment));
        } catch (IllegalArgumentException refused) {
            var why = levels.size() < essay.rubric().criteria().size()
                    ? Standing.LEVELS_MISSING
                    : Standing.POINTS_OUTSIDE;
            return new Saved(why, keep(levels, points, comment));
        }
    }

    private Optional<Instant> keep(Map<String, Integer> levels, Optional<String> points, String comment) {
        if (levels.isEmpty() && points.isEmpty() && comment.isBlank()) {
            discard();
            return Optional.empty();
        }
        seen = Optional.of(drafts.keep(grader, submission.id(), seen, levels, points, comment)
                .at());
        return seen;
    }

    /**
     * Throws the draft away.
     *
     * @throws ChangedElsewhere if another tab has changed it
     */
    void discard() {
        drafts.discard(grader, submission.id(), seen);
        overtake();
    }

    /** Whether it is released; not if another tab has set another mark meanwhile. */
    boolean release() {
        try {
            grading.release(grader, submission.id(), seen);
            return true;
        } catch (ChangedElsewhere refused) {
            return false;
        }
    }
}
