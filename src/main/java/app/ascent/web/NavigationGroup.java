package app.ascent.web;

import java.util.List;

/** One heading of the sidebar with the items the current user may open; the heading is a message key or empty. */
record NavigationGroup(String label, List<Entry> items) {

    /** @param current whether the page being shown is this one or lies below it */
    record Entry(String label, String path, String icon, boolean current) {}
}
