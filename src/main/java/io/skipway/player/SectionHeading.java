package io.skipway.player;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Block;

/** A heading to which the outline leads. Formulas and coloured words in it are shown as in prose. */
class SectionHeading extends Div {
    SectionHeading(Block.Heading heading) {
        addClassName("section");
        var tag = new Element("h" + Math.clamp(heading.level(), 2, 6));
        tag.setAttribute("id", heading.anchor());
        tag.setAttribute("tabindex", "-1");
        tag.appendChild(new ProseBlock(heading.html()).getElement());
        getElement().appendChild(tag);
    }
}
