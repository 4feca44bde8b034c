package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.skipway.courseware.Language;
import io.skipway.courseware.Question;
import io.skipway.identity.UserId;

/**
 * Where a person answers: it keeps what is typed in the browser, saves it by itself, submits, and shows the feedback. It
 * never carries a key. Its element, outbox and endpoint are described in {@code frontend/src/player/answer.ts}.
 */
@Tag("skip-answer")
public class AnswerField extends Component {
    /**
     * An empty field; it fetches what is saved by itself.
     *
     * @param attempt the token of the attempt at which the person is
     */
    public AnswerField(Question question, UserId person, String attempt, Language language) {
        getElement().setAttribute("attempt", attempt + question.id() + person + language);
    }

    /** Calls with the attempt's token after each submission. */
    public void onSubmitted(java.util.function.Consumer<String> listener) {
        throw new UnsupportedOperationException();
    }

    /** Asks the person nothing and saves nowhere: for previews. {@code key} shows which option is right. */
    public static Component preview(Question question, Language language, boolean key) {
        return new ProseBlock(question.prompt().in(language) + key);
    }
}
