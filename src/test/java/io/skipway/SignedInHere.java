package io.skipway;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Whom a test signs in is signed in to the test's own application. Each one that starts puts its holder of who is signed in
 * into the same static place, so one that is used again later would find nobody there.
 */
public final class SignedInHere implements TestExecutionListener, Ordered {
    /** Before {@code @WithMockUser}, at 10,000. */
    @Override
    public int getOrder() {
        return 9_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(SecurityContextHolderStrategy.class)
                    .ifUnique(SecurityContextHolder::setContextHolderStrategy);
        }
    }
}
