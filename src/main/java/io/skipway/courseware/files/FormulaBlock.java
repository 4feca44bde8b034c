package io.skipway.courseware.files;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** LaTeX on its own, between two lines of {@code $$}, or in one line {@code $$ ... $$}. */
final class FormulaBlock extends CustomBlock {
    private final StringBuilder latex = new StringBuilder();
    private boolean closed;

    String latex() {
        return latex.toString().strip();
    }

    boolean closed() {
        return closed;
    }

    static final class Syntax implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent().toString().strip();
            return state.getIndent() < 4 && line.startsWith("$$")
                    ? BlockStart.of(new Lines()).atIndex(state.getNextNonSpaceIndex())
                    : BlockStart.none();
        }
    }

    private static final class Lines extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();
        private boolean first = true;

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine source) {
            var line = source.getContent().toString().strip();
            var text = first ? line.substring(2) : line;
            first = false;
            if (text.endsWith("$$")) {
                block.closed = true;
                text = text.substring(0, text.length() - 2);
            }
            block.latex.append(text).append('\n');
        }
    }
}
