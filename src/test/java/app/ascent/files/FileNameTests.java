package app.ascent.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file may be called. */
class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "C:\\Users\\elin\\report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "'\\\\server\\share\\plans.dwg', plans.dwg",
        "mixed\\of/both.txt, both.txt",
        "folder/, folder",
        ".htaccess, htaccess",
        "'  .. hidden .txt . ', hidden .txt",
        "CON.txt, _CON.txt",
        "com1, _com1",
        "LPT¹.log, _LPT¹.log",
        "console.log, console.log",
        "'ticket <b>\"42\"</b>.html', b>.html",
        "Ærø & Söner.docx, Ærø & Söner.docx",
        "'...', untitled",
        "'', untitled"
    })
    void isTheLastPartOfAPathAndNothingThatHarms(String raw, String name) {
        assertThat(FileName.of(raw, "untitled")).isEqualTo(name);
    }

    @Test
    void hasNothingThatCannotBeSeen() {
        assertThat(FileName.of("a\u0000b\nc\u202Efdp.exe\uD800\u2028", "untitled"))
                .isEqualTo("abcfdp.exe");
    }

    @Test
    void isNeverEmpty() {
        assertThat(FileName.of(null, "\u0000")).isEqualTo("file");
    }

    /** Characters are counted as people do, and none is cut in two. */
    @Test
    void isCutBeforeItsExtension() {
        String name = FileName.of("🦭".repeat(300) + ".docx", "untitled");

        assertThat(name).isEqualTo("🦭".repeat(250) + ".docx");
        assertThat(FileName.of("x".repeat(300) + "." + "y".repeat(300), "untitled"))
                .hasSize(255);
    }
}
