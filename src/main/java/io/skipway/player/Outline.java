package io.skipway.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import io.skipway.courseware.Block;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.ui.Wording;
import org.jsoup.Jsoup;

/** The lesson's sections as a list to jump from; the element follows the reading and collapses on a small screen. */
@Tag("skip-outline")
public class Outline extends Component {
    public Outline(Lesson lesson, Language language) {
        var words = Wording.of(Outline.class);
        var list = new Element("ol");
        for (var block : lesson.blocks(language)) {
            if (block instanceof Block.Heading(var level, var anchor, var html) && level == 2) {
                list.appendChild(new Element("li")
                        .appendChild(new Element("a")
                                .setAttribute("href", "#" + anchor)
                                .setAttribute("router-ignore", true)
                                .setText(Jsoup.parseBodyFragment(html).text())));
            }
        }
        var details = new Element("details")
                .setAttribute("open", true)
                .appendChild(new Element("summary").setText(words.get("outline")), list);
        getElement().setAttribute("role", "navigation").setAttribute("aria-label", words.get("outline"));
        getElement().appendChild(details);
    }
}
