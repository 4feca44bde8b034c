package io.skipway.author;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Drafts;
import io.skipway.courseware.Language;
import io.skipway.identity.CourseId;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Editing a course: {@code ?file} names the file that is open, and {@code &line} a line of its source. */
@Route("author/:course/edit")
@RolesAllowed("INSTRUCTOR")
class EditView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(EditView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private final transient Drafts drafts;
    private List<Crumb> crumbs = List.of();

    EditView(InstructedCourse courses, Drafts drafts) {
        this.courses = courses;
        this.drafts = drafts;
        addClassName("edit-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(edition.title().in(language), ""),
                new Crumb(words.get("edit"), ""));
        var asked = event.getLocation().getQueryParameters();
        workplace(edition.course())
                .open(
                        asked.getSingleParameter("file"),
                        asked.getSingleParameter("line")
                                .filter(line -> line.matches("[1-9][0-9]{0,5}"))
                                .map(Integer::valueOf));
    }

    /** The one that is there already if it is the course's own: it knows what is not settled yet. */
    private Workplace workplace(CourseId course) {
        var there = getChildren()
                .map(Workplace.class::cast)
                .filter(one -> one.course().equals(course))
                .findFirst();
        return there.orElseGet(() -> {
            removeAll();
            var opened = new Workplace(new Desk(drafts, courses.me(), course), language);
            add(opened);
            return opened;
        });
    }

    @Override
    public String getPageTitle() {
        return words.get("edit") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
