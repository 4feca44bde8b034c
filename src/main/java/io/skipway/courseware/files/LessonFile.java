package io.skipway.courseware.files;

import io.skipway.courseware.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Reads one language of a lesson: its title from the first line, and its blocks. */
final class LessonFile {
    private static final Pattern DIRECTIVE = Pattern.compile("::(\\w+)\\{([^}]*)}\\s*");
    private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#([a-z0-9-]+)}\\s*$");

    private final String path;
    private final Report report;
    private final List<Placed> blocks = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private String title = "";
    private int proseLine = 1;

    /** A block and the line on which it begins. */
    record Placed(Block block, int line) {}

    private LessonFile(String path, Report report) {
        this.path = path;
        this.report = report;
    }

    static LessonFile read(String path, String text, Report report) {
        var file = new LessonFile(path, report);
        var document = Markdown.parse(text);
        var notes = Notes.of(document);
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            file.take(node, notes);
        }
        file.endProse();
        if (file.title.isBlank()) {
            report.add(path, 1, "The lesson has no title. Begin the file with a line \"# Title\".");
        }
        return file;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    List<Placed> blocks() {
        return blocks;
    }

    private void take(Node node, Notes notes) {
        checkWords(node);
        if (node instanceof Heading heading) {
            heading(heading, notes);
        } else if (node instanceof Paragraph paragraph && plain(paragraph).startsWith("::")) {
            directive(plain(paragraph), line(node));
        } else {
            if (node instanceof FormulaBlock formula && !formula.closed()) {
                report.add(path, line(node), "The formula that begins here has no end. Close it with a line \"$$\".");
            }
            if (prose.isEmpty()) {
                proseLine = line(node);
            }
            prose.append(Markdown.html(node, notes)).append(notes.asides(node)).append('\n');
        }
    }

    private void heading(Heading heading, Notes notes) {
        endProse();
        var line = line(heading);
        var anchor = "";
        if (heading.getLastChild() instanceof Text text) {
            var match = ANCHOR.matcher(text.getLiteral());
            if (match.find()) {
                anchor = match.group(1);
                text.setLiteral(match.replaceFirst(""));
            }
        }
        if (heading.getLevel() == 1) {
            if (!title.isEmpty()) {
                report.add(path, line, "The lesson has a second title. Use \"##\" for its sections.");
            }
            title = plain(heading).strip();
            return;
        }
        if (anchor.isEmpty()) {
            report.add(path, line, "The heading has no anchor. Write {#a-name} behind it, the same in both languages.");
        }
        var html = Markdown.html(heading, notes).replaceFirst("^<h\\d>", "").replaceFirst("</h\\d>$", "");
        blocks.add(new Placed(new Block.Heading(heading.getLevel(), anchor, html), line));
    }

    private void directive(String text, int firstLine) {
        endProse();
        var line = firstLine;
        for (var row : text.split("\n", -1)) {
            var match = DIRECTIVE.matcher(row);
            if (!match.matches()) {
                report.add(
                        path,
                        line,
                        "\"%s\" is no block. Write ::exercise{id}, ::lab{id} or ::figure{id} alone.".formatted(row));
            } else {
                var id = match.group(2);
                switch (match.group(1)) {
                    case "exercise" -> blocks.add(new Placed(new Block.Exercise(id), line));
                    case "lab" -> blocks.add(new Placed(new Block.LabBlock(id), line));
                    case "figure" -> blocks.add(new Placed(new Block.Figure(id), line));
                    default ->
                        report.add(
                                path,
                                line,
                                "There is no block \"%s\". Write ::exercise{id}, ::lab{id} or ::figure{id}."
                                        .formatted(match.group(1)));
                }
            }
            line++;
        }
    }

    private void checkWords(Node node) {
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode inner) {
                if (inner instanceof ColouredWord word && !ColouredWord.MEANINGS.contains(word.meaning())) {
                    report.add(
                            path,
                            line(node),
                            "A word has the unknown colour .%s. Use one of %s."
                                    .formatted(
                                            word.meaning(),
                                            ColouredWord.MEANINGS.stream()
                                                    .sorted()
                                                    .toList()));
                }
                visitChildren(inner);
            }
        });
    }

    private void endProse() {
        if (!prose.isEmpty()) {
            blocks.add(new Placed(new Block.Prose(prose.toString().strip()), proseLine));
            prose.setLength(0);
        }
    }

    private static int line(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
    }

    private static String plain(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.SoftLineBreak part) {
                text.append('\n');
            }
        });
        return text.toString();
    }
}
