package io.skipway.author;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.skipway.courseware.Problem;
import io.skipway.identity.CourseId;
import io.skipway.ui.Wording;
import java.util.List;
import java.util.Map;

/** What keeps a draft from being published, each with the way to its line. */
class ProblemList extends Section {
    private final Wording words = Wording.of(ProblemList.class);
    private final CourseId course;
    private List<Problem> shown = List.of();

    ProblemList(CourseId course) {
        this.course = course;
        addClassName("draft-problems");
    }

    void show(List<Problem> problems) {
        if (problems.equals(shown)) {
            return;
        }
        shown = problems;
        removeAll();
        if (!problems.isEmpty()) {
            var list = new UnorderedList();
            problems.forEach(problem -> list.add(item(problem)));
            add(new H2(words.get("problem-count", problems.size())), list);
        }
    }

    private ListItem item(Problem problem) {
        var line = String.valueOf(problem.line());
        var where = FileList.way(course, problem.path() + ":" + line, Map.of("file", problem.path(), "line", line));
        where.addClassName("where");
        return new ListItem(where, new Span(problem.message()));
    }
}
