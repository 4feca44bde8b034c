package io.skipway.learn;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.skipway.courseware.Language;
import io.skipway.identity.People;
import io.skipway.lab.Lab;
import io.skipway.player.LabPanel;
import io.skipway.ui.Crumb;
import io.skipway.ui.Wording;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** One lab alone, as large as the window; its address says how it is set, so that a link shows the same again. */
@Route("labs/:course/:lab")
@PermitAll
class LabView extends Main implements BeforeEnterObserver, HasDynamicTitle, Crumb.Trail {
    private final Wording words = Wording.of(LabView.class);
    private final Language language = Language.of(Wording.locale());
    private final transient JoinedCourse courses;
    private final transient People people;
    private final transient Lab lab;
    private List<Crumb> crumbs = List.of();
    private String shown = "";

    LabView(JoinedCourse courses, People people, Lab lab) {
        this.courses = courses;
        this.people = people;
        this.lab = lab;
        addClassName("lab-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var edition = courses.of(event);
        var sheet = event.getRouteParameters()
                .get("lab")
                .flatMap(edition::offeredLab)
                .orElseThrow(NotFoundException::new);
        crumbs = List.of(
                new Crumb(edition.title().in(language), "."),
                new Crumb(words.get("labs"), "labs/" + edition.course()),
                new Crumb(sheet.question().in(language), ""));
        // The panel writes its settings into the address by itself; that is no reason to build it anew.
        var page = edition.id() + "/" + sheet.id();
        if (!page.equals(shown)) {
            shown = page;
            removeAll();
            var panel = new LabPanel(sheet, language)
                    .at(LabsView.address(edition, sheet.id()))
                    .alone();
            panel.closed(lab.closed(people.me().id(), sheet.experiment()));
            add(panel);
        }
    }

    @Override
    public String getPageTitle() {
        return crumbs.getLast().title() + " · Skipway";
    }

    @Override
    public List<Crumb> crumbs() {
        return crumbs;
    }
}
