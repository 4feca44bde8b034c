package io.skipway.learn;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Courses;
import io.skipway.courseware.Edition;
import io.skipway.courseware.Language;
import io.skipway.courseware.Lesson;
import io.skipway.identity.Enrolments;
import io.skipway.identity.People;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;

/** The courses of whoever is signed in, with how far a student is in each lesson. */
@Route("")
@PermitAll
class HomeView extends Main implements HasDynamicTitle {
    private final Wording words = Wording.of(HomeView.class);
    private final Language language = Language.of(Wording.locale());

    HomeView(People people, Enrolments enrolments, Courses courses, Progress progress, PracticeEntries practice) {
        addClassName("page");
        add(new H1(words.get("courses")));
        var me = people.me().id();
        var mine = enrolments.courses(me).stream()
                .flatMap(id -> courses.newest(id).stream())
                .toList();
        if (mine.isEmpty()) {
            var join = new Paragraph(new Span(words.get("no-courses") + " "), new Anchor("join", words.get("join")));
            join.addClassName("empty");
            add(join);
        }
        mine.forEach(edition -> {
            var stand = progress.of(me, edition);
            var section = course(edition, stand);
            add(section);
            if (stand.student()) {
                practice.of(me, edition).ifPresent(section::add);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return "Skipway";
    }

    private Section course(Edition edition, Progress.Course stand) {
        var lessons = new OrderedList();
        lessons.addClassName("lessons");
        edition.lessons().forEach(lesson -> lessons.add(lesson(edition, lesson, stand)));
        var section = new Section(
                new H2(edition.title().in(language)),
                new Paragraph(edition.summary().in(language)),
                lessons);
        var labs = edition.lessons().stream().mapToInt(it -> it.labs().size()).sum();
        if (labs > 0) {
            section.add(new Paragraph(new Anchor("labs/" + edition.course(), words.get("labs-all", labs))));
        }
        section.addClassName("course");
        return section;
    }

    private ListItem lesson(Edition edition, Lesson lesson, Progress.Course stand) {
        var link = new Anchor(
                "course/" + edition.course() + "/" + lesson.id(), lesson.title().in(language));
        var item = new ListItem(link);
        if (stand.student()) {
            var done = stand.submitted(lesson);
            var all = lesson.questions().size();
            var text = new Span(words.get("progress", done, all));
            text.addClassName("quiet");
            item.add(text, progressLine(done, all));
        }
        return item;
    }

    static Div progressLine(int done, int all) {
        var line = new Div();
        line.addClassName("progress-line");
        line.getStyle().set("--done", all == 0 ? "0" : String.valueOf((double) done / all));
        line.getElement().setAttribute("aria-hidden", true);
        return line;
    }
}
