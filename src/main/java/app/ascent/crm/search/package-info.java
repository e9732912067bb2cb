/** How clients and contacts are found, sorted and compared by their texts, whatever the locale of the database. */
@NullMarked
package app.ascent.crm.search;

import org.jspecify.annotations.NullMarked;
