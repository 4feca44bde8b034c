package io.skipway.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class AliasesTests {
    @Test
    void noNameIsDrawnTwiceAndAllStayShort() {
        var taken = new HashSet<String>();
        for (int i = 0; i < 2000; i++) {
            var alias = Aliases.draw(taken);
            assertThat(alias).matches("[a-z][2-9]{1,4}");
            assertThat(taken.add(alias)).isTrue();
        }
        assertThat(taken).anyMatch(alias -> alias.length() == 2).noneMatch(alias -> alias.length() > 5);
    }

    @Test
    void theOrderOfSubmissionDoesNotShow() {
        var drawn = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            drawn.add(Aliases.draw(new HashSet<>()));
        }
        assertThat(drawn).hasSizeGreaterThan(1);
    }
}
