package io.skipway.learn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Edition;
import io.skipway.courseware.LabSheet;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All labs of a course, by the lesson in which they stand. */
@Route("labs/:course")
@PermitAll
class LabsView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(LabsView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient JoinedCourse courses;
    private List<Crumb> crumbs = List.of();

    LabsView(JoinedCourse courses) {
        this.courses = courses;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        crumbs = List.of(new Crumb(edition.title().in(language), "."), new Crumb(words.get("labs"), ""));
        removeAll();
        add(new H1(words.get("labs")), new Paragraph(words.get("labs-about")));
        edition.lessons().stream()
                .filter(lesson -> !lesson.offered().isEmpty())
                .forEach(lesson -> add(section(edition, lesson)));
    }

    private Section section(Edition edition, Lesson lesson) {
        var list = new UnorderedList();
        list.addClassName("labs");
        lesson.offered().forEach(sheet -> list.add(item(edition, sheet)));
        return new Section(new H2(lesson.title().in(language)), list);
    }

    private ListItem item(Edition edition, LabSheet sheet) {
        var link = new Anchor(address(edition, sheet.id()), sheet.question().in(language));
        var look = new Span(sheet.look().in(language));
        look.addClassName("quiet");
        return new ListItem(link, look);
    }

    static String address(Edition edition, String lab) {
        return "labs/" + edition.course() + "/" + lab;
    }

    @Override
    public String getPageTitle() {
        return words.get("labs") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
