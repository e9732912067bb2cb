package app.ascent.sandbox.tenant;

/** What a company is called, where its mail goes, and what it lives on. */
record CompanyName(String text, String domain, String segment) {}
