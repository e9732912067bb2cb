package app.ascent.web;

import org.jspecify.annotations.Nullable;

/**
 * What is said when nothing of Ascent's can be asked for words, layout or session any more: a page in the plain shell,
 * a problem for programs, both complete by themselves.
 */
final class FaultAnswer {

    static final String SENTENCE = "Something went wrong on our side. Your data is unchanged.";

    /** Styles and pictures of our own, and nothing else: there is not even a form. */
    static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; object-src 'none';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    private static final String PROBLEM =
            """
            {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s","errorId":"%s"}""";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"%2$s>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Something went wrong · Ascent</title>
            <link rel="icon" type="image/svg+xml" href="%1$s/shell/logo.svg">
            <link rel="stylesheet" href="%1$s/shell/ascent.css">
            </head>
            <body class="plain">
            <header><a class="brand" href="%1$s/"><img src="%1$s/shell/logo.svg" alt="" width="34" height="34">Ascent</a></header>
            <main>
            <section class="card wide"><div class="blank">
            <span class="tile"><svg class="icon" aria-hidden="true" focusable="false"><use href="%1$s/shell/icons.svg#alert-octagon"></use></svg></span>
            <h1>Something went wrong</h1>
            <p>%3$s Error %4$s.</p>
            <div class="actions"><a class="btn btn-primary" href="%1$s/">Go to the dashboard</a></div>
            </div></section>
            </main>
            </body>
            </html>
            """;

    private FaultAnswer() {}

    static String page(String contextPath, @Nullable String theme, String errorId) {
        String attribute = theme == null ? "" : " data-bs-theme=\"" + theme + "\"";
        return PAGE.formatted(contextPath, attribute, SENTENCE, errorId);
    }

    static String problem(int status, String errorId) {
        boolean unavailable = status == 503;
        return PROBLEM.formatted(
                unavailable ? "unavailable" : "unexpected",
                unavailable ? "Service Unavailable" : "Internal Server Error",
                status,
                SENTENCE,
                errorId);
    }
}
