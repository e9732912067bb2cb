package app.ascent.files;

import app.ascent.files.Contents.Content;
import app.ascent.identity.OrganizationId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the files that people send, before anything is written of what they belong to. */
@Service
public class Uploads {

    private static final int LONGEST_TYPE = 100;

    private final Contents contents;
    private final FilesProperties properties;

    Uploads(Contents contents, FilesProperties properties) {
        this.contents = contents;
        this.properties = properties;
    }

    /**
     * Keeps their content; not within a transaction.
     *
     * @throws AttachmentRefused for the first that is refused
     * @throws ContentsAway with the reason
     */
    public List<Arrived> receive(OrganizationId organization, Collection<MultipartFile> files) throws IOException {
        files.forEach(this::check);
        List<Arrived> arrived = new ArrayList<>();
        for (MultipartFile file : files) {
            arrived.add(receive(organization, file));
        }
        return arrived;
    }

    /** A form that no file was chosen in sends one without a name. */
    public static List<MultipartFile> chosen(@Nullable Collection<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(file -> !file.isEmpty() || StringUtils.hasLength(file.getOriginalFilename()))
                        .toList();
    }

    private void check(MultipartFile file) {
        if (file.isEmpty()) {
            throw new AttachmentRefused.Empty();
        }
        if (file.getSize() > properties.maxSize().toBytes()) {
            throw new AttachmentRefused.TooLarge(properties.maxSize());
        }
    }

    private Arrived receive(OrganizationId organization, MultipartFile file) throws IOException {
        try (Incoming incoming = contents.incoming();
                InputStream bytes = file.getInputStream()) {
            bytes.transferTo(incoming.stream());
            Content content = contents.keep(organization, incoming);
            return new Arrived(FileName.of(file.getOriginalFilename(), "file"), told(file.getContentType()), content);
        }
    }

    /** What is no type is not kept. */
    private static @Nullable String told(@Nullable String type) {
        return type == null || type.length() > LONGEST_TYPE || !type.matches("[!-~ ]+") ? null : type;
    }
}
