package io.skipway.attempts;

import io.skipway.StoreTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Attempts and sittings on a real database, each call in transactions of its own. The test adds what else it needs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@StoreTest
@Import({
    Attempts.class,
    AttemptRows.class,
    Draws.class,
    Finishing.class,
    GrantRows.class,
    OpenQuestions.class,
    OpenSittings.class,
    Practisable.class,
    SittingRows.class,
    Sittings.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@interface AttemptsTest {}
