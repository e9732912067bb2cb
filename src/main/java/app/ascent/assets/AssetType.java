package app.ascent.assets;

/** What kind of thing it is. */
public enum AssetType {
    WORKSTATION,
    LAPTOP,
    SERVER,
    VIRTUAL_MACHINE,
    NETWORK_DEVICE,
    FIREWALL,
    PRINTER,
    MOBILE_DEVICE,
    STORAGE,
    PERIPHERAL,
    SOFTWARE,
    CLOUD_SERVICE,
    OTHER
}
