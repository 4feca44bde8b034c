package io.skipway.courseware.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** Footnotes of one text, numbered in the order of their references. */
final class Notes {
    private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();

    /** Takes the definitions out of a document. */
    static Notes of(Node document) {
        var notes = new Notes();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof FootnoteDefinition definition) {
                    notes.definitions.put(definition.getLabel(), definition);
                } else {
                    visitChildren(block);
                }
            }
        });
        return notes;
    }

    int number(String label) {
        if (!order.contains(label)) {
            order.add(label);
        }
        return order.indexOf(label) + 1;
    }

    /** The notes that a block refers to, as asides to stand behind it. */
    String asides(Node block) {
        var asides = new StringBuilder();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof FootnoteReference reference) {
                    var definition = definitions.get(reference.getLabel());
                    asides.append(definition == null ? "" : aside(definition));
                }
                visitChildren(node);
            }
        });
        return asides.toString();
    }

    private String aside(FootnoteDefinition definition) {
        var text = new StringBuilder();
        for (var node = definition.getFirstChild(); node != null; node = node.getNext()) {
            text.append(Markdown.html(node, this));
        }
        var number = number(definition.getLabel());
        return "<aside class=\"note\" aria-label=\"%d\"><sup class=\"note-number\">%d</sup>%s</aside>"
                .formatted(number, number, text);
    }
}
