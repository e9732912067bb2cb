/** Pages and API of assets. */
@NullMarked
package app.ascent.assets.web;

import org.jspecify.annotations.NullMarked;
