package app.ascent.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows round a page.
 *
 * @param theme {@code light} or {@code dark}, or null to follow the system
 * @param path address of the page within the application, with its query
 */
record ShellView(List<NavigationGroup> navigation, @Nullable String theme, String path) {}
