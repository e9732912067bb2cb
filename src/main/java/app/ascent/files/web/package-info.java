@NullMarked
package app.ascent.files.web;

import org.jspecify.annotations.NullMarked;
