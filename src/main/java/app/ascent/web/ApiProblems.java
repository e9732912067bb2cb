package app.ascent.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Turns what Spring refuses before a handler of the API runs into problems in our words. Input that can be read but not
 * accepted is 422 everywhere; an id that is none names nothing and so is 404, as is another organization's.
 */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final String RULE = AssertTrue.class.getSimpleName();

    /** One refused value of the request; without a name, the body as a whole. */
    record Refused(String field, String message) {}

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(refusal.getAllErrors().stream().map(ApiProblems::refused).toList());
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(refusal.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Refused(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList());
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(Problems.problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address."));
        }
        return refused(List.of(
                new Refused(String.valueOf(mismatch.getPropertyName()), expectation(mismatch.getRequiredType()))));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return switch (unreadable.getCause()) {
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() ->
                refused(List.of(new Refused(path(mismatch), expectation(mismatch.getTargetType()))));
            case MismatchedInputException _ -> unreadable("The body is not of the shape this address expects.");
            case JacksonException broken ->
                unreadable("The body is not valid JSON, at line %d, column %d."
                        .formatted(
                                broken.getLocation().getLineNr(),
                                broken.getLocation().getColumnNr()));
            case null, default -> unreadable("The request needs a body in JSON.");
        };
    }

    /** Everything else that Spring refuses keeps its status and its sentence, and gets a type of ours. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && status instanceof HttpStatus known) {
            String name = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
            problem.setType(Problems.problem(known, name, "").getType());
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private static ResponseEntity<Object> unreadable(String sentence) {
        return answer(Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable-body", sentence));
    }

    private static ResponseEntity<Object> refused(List<Refused> errors) {
        ProblemDetail problem =
                Problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-input", "Some values were refused.");
        problem.setProperty("errors", errors);
        return answer(problem);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** What a rule over several fields is called inside is no name of a field. */
    private static Refused refused(ObjectError error) {
        if (error instanceof FieldError field && !RULE.equals(field.getCode())) {
            return new Refused(
                    field.getField(),
                    field.isBindingFailure() ? "has the wrong form" : String.valueOf(field.getDefaultMessage()));
        }
        return new Refused("", String.valueOf(error.getDefaultMessage()));
    }

    private static String path(DatabindException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String expectation(@Nullable Class<?> type) {
        if (type == null || !type.isEnum()) {
            return "has the wrong form";
        }
        return Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
