/** Pages and API of contracts. */
@NullMarked
package app.ascent.contracts.web;

import org.jspecify.annotations.NullMarked;
