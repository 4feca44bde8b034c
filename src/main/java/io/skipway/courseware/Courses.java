package io.skipway.courseware;

import io.skipway.identity.CourseId;
import io.skipway.identity.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The published editions, held in memory. */
@Service
public class Courses {
    /** Every course that has an edition; for set-up screens, which show titles only. */
    public List<Edition> all() {
        throw new UnsupportedOperationException();
    }

    /** The newest edition; the caller has asked for the right to see it, and shows no key. */
    public Optional<Edition> newest(CourseId course) {
        throw new UnsupportedOperationException();
    }

    /** An edition that an attempt began with. */
    public Edition edition(CourseId course, EditionId id) {
        throw new UnsupportedOperationException();
    }

    public Question question(QuestionRef ref) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with the files of a course; for its instructors. */
    public List<Problem> problems(UserId who, CourseId course) {
        throw new UnsupportedOperationException();
    }
}
