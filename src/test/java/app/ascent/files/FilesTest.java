package app.ascent.files;

import app.ascent.CountedStatements;
import app.ascent.PostgresTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of rows and content of files, in a folder of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@PostgresTest
@Import({
    AttachmentImports.class,
    AttachmentKinds.class,
    Contents.class,
    FilesConfiguration.class,
    Crates.class,
    CountedStatements.class
})
@interface FilesTest {}
