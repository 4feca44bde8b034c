package io.skipway.courseware.files;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** A word that bears the colour of its line in the figures: {@code [residual network]{.residual}}. */
final class ColouredWord extends CustomNode {
    static final Set<String> MEANINGS = Set.of("residual", "plain", "skip-part", "prediction", "reference");

    private final String meaning;

    ColouredWord(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    static final class Syntax implements LinkProcessor {
        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            if (link.destination() != null || link.label() != null || link.marker() != null) {
                return LinkResult.none();
            }
            scanner.setPosition(link.afterTextBracket());
            if (!scanner.next("{.")) {
                return LinkResult.none();
            }
            var meaning = new StringBuilder();
            while (scanner.hasNext() && scanner.peek() != '}') {
                meaning.append(scanner.peek());
                scanner.next();
            }
            return scanner.next('}')
                    ? LinkResult.wrapTextIn(new ColouredWord(meaning.toString()), scanner.position())
                    : LinkResult.none();
        }
    }
}
