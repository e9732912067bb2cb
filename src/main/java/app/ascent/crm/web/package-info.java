/** Pages and API of clients and contacts. */
@NullMarked
package app.ascent.crm.web;

import org.jspecify.annotations.NullMarked;
