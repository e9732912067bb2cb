package app.ascent.crm.search;

/** Where the texts of one kind of record lie. */
public enum SearchTable {
    CLIENTS("crm_client", "crm_client_search"),
    CONTACTS("crm_contact", "crm_contact_search");

    private final String records;
    private final String texts;

    SearchTable(String records, String texts) {
        this.records = records;
        this.texts = texts;
    }

    public String records() {
        return records;
    }

    public String texts() {
        return texts;
    }
}
