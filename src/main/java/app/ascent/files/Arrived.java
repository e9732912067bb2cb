package app.ascent.files;

import app.ascent.files.Contents.Content;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sent, whose content is kept by now.
 *
 * @param name as {@link FileName} cleans it
 * @param contentType as it was told
 */
public record Arrived(String name, @Nullable String contentType, Content content) {}
