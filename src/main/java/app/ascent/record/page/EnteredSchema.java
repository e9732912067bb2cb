package app.ascent.record.page;

import app.ascent.record.field.Entered;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what programs send of a record as what they are answered, unless the handler says something else: {@link Entered}
 * takes it as they read it.
 */
@Component
class EnteredSchema implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final String NAME = Entered.class.getSimpleName();

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Optional.ofNullable(operation.getRequestBody()).map(RequestBody::getContent).stream()
                .flatMap(content -> content.values().stream())
                .filter(sent -> String.valueOf(sent.getSchema().get$ref()).endsWith("/" + NAME))
                .forEach(sent -> sent.setSchema(answered(operation).getSchema()));
        return operation;
    }

    private static MediaType answered(Operation operation) {
        return operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.values().stream())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void customise(OpenAPI description) {
        description.getComponents().getSchemas().remove(NAME);
    }
}
