import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.tenant.Entity;
import app.ascent.sandbox.tenant.Table;
import app.ascent.sandbox.tenant.Tenant;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The practice tenant of Ascent without the rest of it. Each line it reads is an order, each answer a line that begins
 * with {@value #MARK}; it ends with its input.
 */
public final class PracticeTenant {

    static final String MARK = "> ";

    /** Calls that count against the tenant's hourly limit, since it opened. */
    private static final AtomicLong ARRIVED = new AtomicLong();

    /** Those of them that asked for what is in a file. */
    private static final AtomicLong CONTENTS = new AtomicLong();

    private ConfigurableApplicationContext context;

    /** The parts of Ascent it consists of. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "app.ascent.sandbox",
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    @ConfigurationPropertiesScan("app.ascent.sandbox")
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class
    })
    public static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** Counts a call as it arrives: whoever sent it may be dead before it is answered. */
        @Bean
        Filter arrivals() {
            return (request, response, chain) -> {
                String path = ((HttpServletRequest) request).getRequestURI().toLowerCase(Locale.ROOT);
                if (!path.contains("zoneinformation")) {
                    ARRIVED.incrementAndGet();
                }
                if (path.matches(".*attachments/\\d+")) {
                    CONTENTS.incrementAndGet();
                }
                chain.doFilter(request, response);
            };
        }
    }

    public static void main(String[] arguments) throws IOException {
        var tenant = new PracticeTenant();
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            int blank = (order + " ").indexOf(' ');
            String answer = tenant.follow(order.substring(0, blank), order.substring(blank).strip());
            System.out.println(MARK + answer);
            System.out.flush();
        }
        System.exit(0);
    }

    private String follow(String order, String words) {
        return switch (order) {
            case "begin" -> begin(words);
            case "weather" -> weather(words);
            case "calls" -> Long.toString(ARRIVED.get());
            case "contents" -> Long.toString(CONTENTS.get());
            case "ids" -> ids(Entity.ofPath(words).orElseThrow());
            default -> throw new IllegalArgumentException(order);
        };
    }

    /** Opens with these settings and with the records everybody begins with. */
    private String begin(String settings) {
        if (context != null) {
            context.close();
        }
        ARRIVED.set(0);
        CONTENTS.set(0);
        String[] arguments = Arrays.stream(settings.split(" ")).map(each -> "--" + each).toArray(String[]::new);
        context = new SpringApplication(Parts.class).run(arguments);
        return "open";
    }

    /** Misbehaves like this from now on. */
    private String weather(String plan) {
        Map<String, String> properties = Arrays.stream(plan.split(" "))
                .filter(each -> !each.isBlank())
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        context.getBean(Faults.class).use(properties);
        return "changed";
    }

    private String ids(Entity entity) {
        Table table = context.getBean(Tenant.class).table(entity);
        return LongStream.range(0, table.size())
                .mapToObj(index -> Long.toString(table.idAt(index)))
                .collect(Collectors.joining(" "));
    }
}
