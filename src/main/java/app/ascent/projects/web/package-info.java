/** Pages and API of projects. */
@NullMarked
package app.ascent.projects.web;

import org.jspecify.annotations.NullMarked;
