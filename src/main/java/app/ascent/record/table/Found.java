package app.ascent.record.table;

import org.springframework.data.domain.Page;

/**
 * A page of a list for people.
 *
 * @param counted whether the page's total is exact; a search that fits very many records is not counted to its end
 */
public record Found<T>(Page<T> page, boolean counted) {}
