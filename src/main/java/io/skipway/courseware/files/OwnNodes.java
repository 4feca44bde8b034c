package io.skipway.courseware.files;

import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes formulas, coloured words and footnote numbers. */
final class OwnNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final Notes notes;

    OwnNodes(HtmlNodeRendererContext context, Notes notes) {
        this.context = context;
        this.notes = notes;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Formula.class,
                FormulaBlock.class,
                ColouredWord.class,
                FootnoteReference.class,
                FootnoteDefinition.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Formula formula -> text("span", "math", formula.latex());
            case FormulaBlock formula -> text("div", "math", formula.latex());
            case FootnoteReference reference ->
                text("sup", "note-number", String.valueOf(notes.number(reference.getLabel())));
            case ColouredWord word -> {
                // An unknown meaning is a problem of the file; a learner's text just loses it.
                var known = ColouredWord.MEANINGS.contains(word.meaning());
                context.getWriter().tag("span", known ? Map.of("class", word.meaning()) : Map.of());
                for (var child = word.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
                context.getWriter().tag("/span");
            }
            default -> {
                // Definitions of footnotes stand beside what refers to them, not here.
            }
        }
    }

    private void text(String tag, String name, String content) {
        context.getWriter().tag(tag, Map.of("class", name));
        context.getWriter().text(content);
        context.getWriter().tag("/" + tag);
    }
}
