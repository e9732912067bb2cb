import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Puts the clock of a process ahead, for everything that asks {@code java.time}: an agent that adds some seconds where
 * the JDK makes the present instant. Nothing of it is known to Ascent.
 */
public final class ClockAhead {

    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

    private ClockAhead() {}

    public static void premain(String ahead, Instrumentation instrumentation) throws UnmodifiableClassException {
        long seconds = Duration.parse(ahead).toSeconds();
        instrumentation.addTransformer(new Later(seconds), true);
        instrumentation.retransformClasses(Clock.class);
    }

    private record Later(long seconds) implements ClassFileTransformer {

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
            if (!"java/time/Clock".equals(name)) {
                return null;
            }
            CodeTransform later = (code, element) -> {
                if (element instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
                    code.loadConstant(seconds)
                            .invokevirtual(
                                    INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
                }
                code.with(element);
            };
            var file = ClassFile.of();
            return file.transformClass(
                    file.parse(bytes),
                    ClassTransform.transformingMethodBodies(
                            method -> method.methodName().equalsString("currentInstant"), later));
        }
    }

    /** The agent as a jar, which the JVM wants it to be. */
    static Path jar(Path directory) throws IOException {
        Path jar = directory.resolve("clock-ahead.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAhead.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (String each : new String[] {"ClockAhead.class", "ClockAhead$Later.class"}) {
                entries.putNextEntry(new JarEntry(each));
                entries.write(Files.readAllBytes(directory.resolve("classes").resolve(each)));
                entries.closeEntry();
            }
        }
        return jar.toAbsolutePath();
    }
}
