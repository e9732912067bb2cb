package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Closes connections in the middle of an answer, which the servlet API has no word for. */
@SandboxComponent
class ConnectionCutter implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String CUT = ConnectionCutter.class.getName() + ".cut";

    /** Has the connection closed once the handler returns; what is not yet sent will not be. */
    static void cut(ServletRequest request) {
        request.setAttribute(CUT, true);
    }

    private static boolean isCut(ServletRequest request) {
        return request.getAttribute(CUT) != null;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new CuttingValve());
    }

    private static final class CuttingValve extends ValveBase {

        CuttingValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (isCut(request)) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("Cut on purpose"));
            }
        }
    }
}
