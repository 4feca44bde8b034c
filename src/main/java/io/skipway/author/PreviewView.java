package io.skipway.author;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.player.LessonPage;
import io.skipway.player.Outline;
import io.skipway.player.PreviewExercises;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** A lesson as a student sees it, to be tried without trace; with {@code ?key} it shows the key too. */
@Route("author/:course/preview/:lesson?")
@RolesAllowed("INSTRUCTOR")
class PreviewView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(PreviewView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient InstructedCourse courses;
    private List<Crumb> crumbs = List.of();

    PreviewView(InstructedCourse courses) {
        this.courses = courses;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        var lesson = event.getRouteParameters()
                .get("lesson")
                .map(id -> edition.lesson(id).orElseThrow(NotFoundException::new))
                .orElseGet(() -> edition.lessons().getFirst());
        var key = event.getLocation().getQueryParameters().getParameters().containsKey("key");
        crumbs = List.of(
                new Crumb(words.get("menu.author"), "author"),
                new Crumb(edition.title().in(language), ""),
                new Crumb(words.get("preview"), ""));
        removeAll();
        add(banner(edition, lesson, key), page(edition, lesson, key));
    }

    private Div banner(Edition edition, Lesson lesson, boolean key) {
        var here = "author/" + edition.course() + "/preview/" + lesson.id();
        var toggle = new Anchor(key ? here : here + "?key", words.get(key ? "hide-key" : "show-key"));
        toggle.addClassName("button");
        var bar = new Div(new Paragraph(words.get(key ? "preview-with-key" : "preview-as-student")), toggle);
        bar.addClassName("bar");
        return bar;
    }

    private Div page(Edition edition, Lesson lesson, boolean key) {
        var outline = new Aside(new Outline(lesson, language));
        outline.addClassName("outline");
        var page = new Div(outline, new LessonPage(lesson, language, new PreviewExercises(edition, language, key)));
        page.addClassName("lesson-view");
        return page;
    }

    @Override
    public String getPageTitle() {
        return words.get("preview") + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
