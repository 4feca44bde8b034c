package io.skipway.ui;

import java.util.List;

/** One step of the way to where one is; {@code path} is relative to the application, empty for the page itself. */
public record Crumb(String title, String path) {
    /** A screen that says where it stands; the shell asks it after each navigation. */
    public interface Trail {
        List<Crumb> crumbs();
    }
}
