package io.skipway.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame around every screen: where one is, the language, light or dark, and who is signed in. */
@Layout
@AnonymousAllowed
public class Shell extends Div implements RouterLayout {
    private final transient AuthenticationContext authentication;
    private final Wording words = Wording.of(Shell.class);
    private final OrderedList trail = new OrderedList();
    private final Nav menu = new Nav();
    private final Div content = new Div();

    Shell(AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("shell");
        content.addClassName("shell-content");
        add(skipLink(), header(), content);
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public void showRouterLayoutContent(HasElement screen) {
        // A screen that is there already stays: taken out and put back, its fields would begin anew under the hand.
        if (!screen.getElement().equals(showing(content))) {
            content.getElement().removeAllChildren();
            content.getElement().appendChild(screen.getElement());
        }
        trail.removeAll();
        if (screen instanceof Crumb.Trail where) {
            where.crumbs().forEach(crumb -> trail.add(new ListItem(step(crumb))));
        }
        // Here and not after a navigation: there is none after a page that is refused, and the menu may have changed
        // with it.
        showMenu(UI.getCurrent().getActiveViewLocation().getPath());
    }

    private static @Nullable Element showing(Div content) {
        return content.getElement().getChildCount() == 1 ? content.getElement().getChild(0) : null;
    }

    private Component skipLink() {
        var link = new Anchor("#content", words.get("skip"));
        link.addClassName("skip-link");
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    private Header header() {
        var brand = new Anchor("", "Skipway");
        brand.addClassName("brand");
        var crumbs = new Nav(trail);
        crumbs.addClassName("crumbs");
        crumbs.getElement().setAttribute("aria-label", words.get("trail"));
        menu.addClassName("menu");
        menu.getElement().setAttribute("aria-label", words.get("menu"));
        var header = new Header(brand, crumbs, menu, new Span(), new Preferences());
        authentication.getPrincipalName().ifPresent(name -> header.add(who(name)));
        header.addClassName("shell-header");
        return header;
    }

    private Component who(String name) {
        var out = new NativeButton(words.get("sign-out"), click -> authentication.logout());
        out.addClassName("quiet-button");
        var person = new Span(name);
        person.addClassName("who");
        return new Div(person, out);
    }

    private void showMenu(String here) {
        menu.removeAll();
        for (var entry : entries()) {
            var link = new Anchor(entry.path().replaceFirst("^/", ""), title(entry));
            if (("/" + here).startsWith(entry.path()) && entry.path().length() > 1) {
                link.getElement().setAttribute("aria-current", "page");
            }
            menu.add(link);
        }
        menu.setVisible(!entries().isEmpty());
    }

    private static List<MenuEntry> entries() {
        return MenuConfiguration.getMenuEntries();
    }

    /** Menu titles are keys of the wording of the room in which the view stands. */
    private static String title(MenuEntry entry) {
        return Wording.of(entry.menuClass()).get("menu." + entry.title());
    }

    private static Component step(Crumb crumb) {
        if (crumb.path().isEmpty()) {
            var here = new Span(crumb.title());
            here.getElement().setAttribute("aria-current", "page");
            return here;
        }
        return new Anchor(crumb.path(), crumb.title());
    }

    /** Language and colours: an element of its own, since both live in the browser. */
    @Tag("skip-preferences")
    private static class Preferences extends Component {}
}
