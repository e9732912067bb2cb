package app.ascent.web;

/**
 * An entry of the sidebar; each module registers its own as beans, so that a new module needs no edit of the shell.
 *
 * @param group message key of the heading ({@code nav.clients}), or empty for the top of the bar
 * @param order place in the whole bar, ascending; groups stand where their first item stands
 * @param label message key
 * @param path where it leads; also marks the item as current for every address below it
 * @param icon name in Tabler's outline set
 * @param authority who sees it ({@code migrations.manage}), or empty for everyone
 */
public record NavigationItem(String group, int order, String label, String path, String icon, String authority) {}
