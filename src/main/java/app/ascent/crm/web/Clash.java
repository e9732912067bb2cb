package app.ascent.crm.web;

/**
 * A field that somebody else changed while it stood in a form, with both values as people read them.
 *
 * @param token sent when theirs is taken; it names what was entered, so that typing on outweighs the choice
 * @param theirsFirst whether theirs is offered, since whoever had the form open left this field alone
 */
record Clash(String field, String label, String mine, String theirs, String token, boolean theirsFirst) {}
