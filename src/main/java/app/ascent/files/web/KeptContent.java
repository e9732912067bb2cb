package app.ascent.files.web;

import app.ascent.files.Contents;
import app.ascent.files.Contents.Content;
import app.ascent.identity.OrganizationId;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** Content as Spring sends it, whole or in ranges: of what is skipped at its beginning the store sends nothing. */
final class KeptContent extends AbstractResource {

    private final Contents contents;
    private final OrganizationId organization;
    private final Content content;

    KeptContent(Contents contents, OrganizationId organization, Content content) {
        this.contents = contents;
        this.organization = organization;
        this.content = content;
    }

    @Override
    public String getDescription() {
        return "content " + content.sha256();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return content.size();
    }

    @Override
    public InputStream getInputStream() {
        return new FromThere();
    }

    private final class FromThere extends InputStream {

        private @Nullable InputStream opened;
        private long from;

        private InputStream opened() {
            InputStream stream = opened;
            if (stream == null) {
                stream = contents.open(organization, content, from);
                opened = stream;
            }
            return stream;
        }

        @Override
        public long skip(long bytes) throws IOException {
            if (opened != null) {
                return opened.skip(bytes);
            }
            long skipped = Math.clamp(bytes, 0, content.size() - from);
            from += skipped;
            return skipped;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return opened().read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
