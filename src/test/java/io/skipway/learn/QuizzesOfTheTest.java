package io.skipway.learn;

import io.skipway.MovedClock;
import io.skipway.QuizCourse;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The demo class with quizzes of every behaviour, and a clock that the test moves. */
@TestConfiguration(proxyBeanMethods = false)
class QuizzesOfTheTest {
    @Bean
    DynamicPropertyRegistrar content() throws IOException {
        var folder = new QuizCourse()
                .quiz("timed", "minutes: 40\npassword: residual\nattempts: 3", "test-choice test-word test-essay")
                .quiz("ordered", "minutes: 10\nnavigation: sequential", "test-choice", "test-word")
                .quiz("later", "review: {points: never}\nattempts: 1", "test-choice test-word")
                .quiz(
                        "tried",
                        "behaviour: tries\ntries: 2\npenalty: 0.5\n"
                                + "review: {points: checked, feedback: checked, solution: submitted}",
                        "test-choice test-word")
                .quiz("sure", "behaviour: certainty", "test-choice")
                .quiz("tomorrow", "opens: 2999-01-01T09:00+09:00", "test-choice")
                .quiz("drill", "mode: practice", "test-choice")
                .write(Files.createTempDirectory("quiz-course"));
        return registry -> registry.add("skipway.content", folder::toString);
    }

    @Bean
    @Primary
    MovedClock clock() {
        return new MovedClock();
    }
}
