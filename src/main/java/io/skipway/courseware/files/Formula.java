package io.skipway.courseware.files;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * LaTeX in a line: {@code $x^2$}. As in Pandoc, no space stands after the first dollar nor before the last, and no digit
 * follows it, so that prices stay prices.
 */
final class Formula extends CustomNode {
    private final String latex;

    Formula(String latex) {
        this.latex = latex;
    }

    String latex() {
        return latex;
    }

    static final class Syntax implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return Syntax::parse;
        }

        private static ParsedInline parse(InlineParserState state) {
            var scanner = state.scanner();
            scanner.next();
            if (Character.isWhitespace(scanner.peek()) || scanner.peek() == '$') {
                return ParsedInline.none();
            }
            var latex = new StringBuilder();
            while (scanner.hasNext()) {
                var c = scanner.peek();
                scanner.next();
                if (c == '$') {
                    var closes = !latex.isEmpty()
                            && !Character.isWhitespace(latex.charAt(latex.length() - 1))
                            && !Character.isDigit(scanner.peek());
                    return closes
                            ? ParsedInline.of(new Formula(latex.toString()), scanner.position())
                            : ParsedInline.none();
                }
                latex.append(c);
                if (c == '\\' && scanner.hasNext()) {
                    latex.append(scanner.peek());
                    scanner.next();
                }
            }
            return ParsedInline.none();
        }
    }
}
