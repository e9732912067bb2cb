package app.ascent.sandbox.faults;

/** One way of not answering a call as documented. */
public enum FaultKind {
    /** 429 without a hint when to come back. */
    RATE_LIMITED,
    /** 429 with {@code Retry-After} in seconds. */
    RATE_LIMITED_SECONDS,
    /** 429 with {@code Retry-After} as a date. */
    RATE_LIMITED_DATE,
    /** 500 with the text of a lost lock: trying again helps. */
    SERVER_BUSY,
    /** 500 that says rights are missing: trying again does not help. */
    NO_PERMISSION,
    /** 403, as the description of the API has it where rights are missing. */
    FORBIDDEN,
    /** 500 that calls the query wrong: trying again does not help. */
    BAD_QUERY,
    /** 500 that calls the integration code wrong, as older releases do. */
    BAD_INTEGRATION_CODE,
    /** 401 with an empty body. */
    UNAUTHORIZED,
    /** 502 with a page in HTML. */
    BAD_GATEWAY,
    /** 503 with a page in HTML. */
    UNAVAILABLE,
    /** 504 without a body. */
    GATEWAY_TIMEOUT,
    /** The connection is closed before anything is answered. */
    RESET,
    /** The connection is closed in the middle of a 200. */
    TRUNCATED,
    /** Nothing more comes in the middle of a 200, and the connection is closed as late as a hanging answer comes. */
    SILENT,
    /** 200 without a body. */
    EMPTY,
    /** 200 with a page in HTML. */
    HTML,
    /** 200 with {@code errors}. */
    ERRORS,
    /** The right answer, but late. */
    HANG
}
