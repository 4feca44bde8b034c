package io.skipway.author;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.skipway.courseware.Drafts.Draft;
import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import io.skipway.ui.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways to the files of a draft, each with the number of its problems. */
class FileList extends Nav {
    private final Wording words = Wording.of(FileList.class);
    private final CourseId course;
    private final Map<String, RouterLink> links = new LinkedHashMap<>();

    FileList(CourseId course) {
        this.course = course;
        addClassName("files");
        getElement().setAttribute("aria-label", words.get("files"));
    }

    /** The address of a file in the editor. */
    static RouterLink way(CourseId course, String text, Map<String, String> to) {
        var link = new RouterLink(text, EditView.class, new RouteParameters("course", course.value()));
        link.setQueryParameters(QueryParameters.simple(to));
        return link;
    }

    void show(Draft draft, String here) {
        if (!List.copyOf(links.keySet()).equals(List.copyOf(draft.files().keySet()))) {
            removeAll();
            links.clear();
            draft.files().keySet().forEach(path -> links.put(path, way(course, path, Map.of("file", path))));
            links.values().forEach(this::add);
        }
        // The links stay, and so does the focus, while one writes.
        links.forEach((path, link) -> {
            if (path.equals(here)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
            link.removeAll();
            link.add(path);
            var wrong = draft.problems().stream()
                    .map(Problem::path)
                    .filter(path::equals)
                    .count();
            if (wrong > 0) {
                link.add(mark(wrong));
            }
        });
    }

    void focus(String path) {
        var link = links.get(path);
        if (link != null) {
            link.getElement().callJsFunction("focus");
        }
    }

    private Span mark(long wrong) {
        var mark = new Span(String.valueOf(wrong));
        mark.addClassName("wrong");
        mark.getElement().setAttribute("role", "img");
        mark.getElement().setAttribute("aria-label", words.get("problem-count", wrong));
        return mark;
    }
}
