package app.ascent.vault;

/** Rows of a module that hold cipher texts. The vault has them encrypted anew when the first key is another one. */
public interface SealedRows {

    /**
     * Puts every cipher text under the first key. Other nodes may do the same at this moment.
     *
     * @return how many were under another key
     */
    int reseal();
}
