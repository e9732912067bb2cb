package app.ascent.autotask.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentReaderTests {

    private static final long MOST = 1_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Optional<Download> read(String json) throws IOException {
        return read(json, MOST);
    }

    private Optional<Download> read(String json, long most) throws IOException {
        return ContentReader.read(bytes(json), out, most);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[{\"id\":5,\"data\":\"aGVsbG8=\"}],\"pageDetails\":{\"count\":1}}",
                "{\"item\":{\"data\":\"aGVsbG8=\",\"id\":5}}",
                "{\"pageDetails\":{},\"items\":[{\"userDefinedFields\":[{\"name\":\"x\"}],\"Data\":\"aGVsbG8=\"}]}",
                "{\"item\":{\"data\":\"aGVs\\r\\nbG8=\"}}",
                "\uFEFF{\"item\":{\"data\":\"aGVsbG8=\"}}"
            })
    void decodesContentWhereverItStands(String json) throws IOException {
        assertThat(read(json)).contains(new Download.Whole(5));
        assertThat(out).hasToString("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[],\"pageDetails\":{\"count\":0}}",
                "{\"item\":null}",
                "{\"item\":{\"id\":5,\"data\":null}}",
                "{\"items\":[{\"id\":5}]}"
            })
    void findsNothingWhereThereIsNone(String json) throws IOException {
        assertThat(read(json)).isEmpty();
    }

    @Test
    void takesEmptyContentForContent() throws IOException {
        assertThat(read("{\"item\":{\"data\":\"\"}}")).contains(new Download.Whole(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aGVs!!bG8=", "aGVsbG8", "<html>", "aGVs bG8=x"})
    void seesThatContentCannotBeDecoded(String data) throws IOException {
        assertThat(read("{\"item\":{\"data\":\"" + data + "\"}}")).contains(new Download.Damaged());
    }

    @Test
    void takesNoMoreThanWasWanted() throws IOException {
        assertThat(read("{\"item\":{\"data\":\"aGVsbG8=\"}}", 4)).contains(new Download.TooLong());
        assertThat(out.size()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Maintenance</html>",
                "{\"item\":{\"data\":\"aGVsbG8",
                "{\"items\":[{\"id\":5,",
                "[]",
                "{\"errors\":[\"Something went wrong\"]}"
            })
    void takesWhatIsNotWholeForPassingTrouble(String json) {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> read(json));
    }

    @Test
    void hearsThatALimitIsReached() {
        assertThatThrownBy(() -> read("{\"errors\":[\"The thread threshold of 3 threads has been exceeded\"]}"))
                .isInstanceOf(ThresholdReached.class);
    }

    /** Or a full disk would be asked for again and again as if the line had broken. */
    @Test
    void passesOnThatTheSinkFails() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> ContentReader.read(bytes("{\"item\":{\"data\":\"aGVsbG8=\"}}"), full, MOST))
                .isInstanceOf(UncheckedIOException.class);
    }

    /** Three hundred megabytes through a heap of which no array is longer than a buffer. */
    @Test
    void holdsNoMoreThanABuffer() throws IOException {
        byte[] block = "QUJD".repeat(16_384).getBytes(StandardCharsets.US_ASCII);
        Iterator<InputStream> body = IntStream.rangeClosed(0, 6_001)
                .<InputStream>mapToObj(at -> at == 0
                        ? bytes("{\"items\":[{\"data\":\"")
                        : at == 6_001 ? bytes("\"}]}") : new ByteArrayInputStream(block))
                .iterator();
        long[] longest = new long[2];
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int octet) {
                throw new AssertionError("byte by byte");
            }

            @Override
            public void write(byte[] octets, int from, int length) {
                longest[0] = Math.max(longest[0], octets.length);
                longest[1] += length;
            }
        };

        Optional<Download> read = ContentReader.read(all(body), counted, Long.MAX_VALUE);

        assertThat(read).contains(new Download.Whole(6_000L * 49_152));
        assertThat(longest[0]).isLessThan(100_000);
        assertThat(longest[1]).isEqualTo(6_000L * 49_152);
    }

    private static InputStream all(Iterator<InputStream> parts) {
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }
}
