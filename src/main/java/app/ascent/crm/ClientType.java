package app.ascent.crm;

/** What a client is to the organization. */
public enum ClientType {
    CUSTOMER,
    PROSPECT,
    LEAD,
    VENDOR,
    PARTNER,
    FORMER,
    OTHER
}
