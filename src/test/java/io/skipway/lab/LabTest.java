package io.skipway.lab;

import io.skipway.MovedClock;
import io.skipway.identity.UserId;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

/** The lab alone, with its queue, an engine that obeys the test, and a clock that goes when it is moved. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ApplicationModuleTest
@Import({FakeEngine.class, LabTest.Graders.class, LabTest.Closures.class, MovedClock.class})
@TestPropertySource(
        properties = {
            "db-scheduler.polling-interval=200ms",
            "db-scheduler.heartbeat-interval=200ms",
            "skipway.lab.queue-limit=30",
            "skipway.lab.explore-waiting=3"
        })
@interface LabTest {
    /** Whoever may read runs that others asked for. */
    class Graders implements RunAccess {
        final Set<RunId> readable = ConcurrentHashMap.newKeySet();

        @Override
        public boolean mayRead(UserId who, RunId run) {
            return readable.contains(run);
        }
    }

    /** Whose prediction is open. */
    class Closures implements LabClosure {
        final Set<UserId> predicting = ConcurrentHashMap.newKeySet();

        @Override
        public boolean closes(UserId who, Experiment experiment) {
            return predicting.contains(who) && experiment instanceof GradientFlow;
        }
    }
}
