package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Leads everything under {@value Address#ROOT} to the one handler, whatever the method. */
@SandboxComponent
class SandboxRouting extends SimpleUrlHandlerMapping {

    SandboxRouting(SandboxHandler handler) {
        super(Map.of(Address.ROOT, handler, Address.ROOT + "/**", handler), Ordered.HIGHEST_PRECEDENCE + 100);
    }
}
