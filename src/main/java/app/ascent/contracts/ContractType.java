package app.ascent.contracts;

/** What kind of agreement it is. */
public enum ContractType {
    MSP_AGREEMENT,
    SUPPORT_PLAN,
    MAINTENANCE,
    PROJECT,
    SLA,
    NDA
}
