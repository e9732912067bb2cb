package app.ascent.sandbox.web;

import app.ascent.sandbox.SandboxComponent;
import app.ascent.sandbox.faults.Faults;
import app.ascent.sandbox.tenant.Entity;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The right answer to each call. */
@SandboxComponent
class Answers {

    private final ServiceAnswers services;
    private final MetadataAnswers metadata;
    private final RecordAnswers records;
    private final FileAnswers files;
    private final RecordPage page;
    private final Faults faults;

    Answers(
            ServiceAnswers services,
            MetadataAnswers metadata,
            RecordAnswers records,
            FileAnswers files,
            RecordPage page,
            Faults faults) {
        this.services = services;
        this.metadata = metadata;
        this.records = records;
        this.files = files;
        this.page = page;
        this.faults = faults;
    }

    Reply to(Route route, HttpServletRequest request) throws IOException {
        Entity entity = route.entity();
        return entity == null ? service(route, request) : record(route, entity, request);
    }

    private Reply service(Route route, HttpServletRequest request) {
        return switch (route.endpoint()) {
            case ZONE_INFORMATION -> services.zone(request, faults.moved());
            case VERSION_INFORMATION -> services.versionInformation();
            case VERSION -> services.version();
            case THRESHOLD -> services.threshold();
            case PAGE -> page.of(request);
            case QUERY,
                    COUNT,
                    NEXT,
                    PREVIOUS,
                    ITEM,
                    CONTENT,
                    FILES,
                    INFORMATION,
                    FIELDS,
                    USER_FIELDS,
                    COLLECTION,
                    UNKNOWN -> throw new IllegalStateException(route + " is no service");
        };
    }

    private Reply record(Route route, Entity entity, HttpServletRequest request) throws IOException {
        boolean hidden = faults.access(entity.path()) == 0;
        return switch (route.endpoint()) {
            case QUERY, NEXT, PREVIOUS ->
                hidden ? FaultyAnswers.noPermission("query") : records.page(route, entity, request);
            case COUNT -> hidden ? FaultyAnswers.noPermission("query") : records.count(route, entity, request);
            case CONTENT -> hidden ? FaultyAnswers.noPermission("query") : files.content(route);
            case FILES -> hidden ? FaultyAnswers.noPermission("query") : files.of(route);
            case ITEM -> hidden ? FaultyAnswers.noPermission("query") : records.item(entity, route.id());
            case INFORMATION -> metadata.information(entity);
            case FIELDS -> metadata.fields(entity);
            case USER_FIELDS -> metadata.userFields(entity);
            case COLLECTION -> FaultyAnswers.noPermission(request.getMethod().equals("POST") ? "create" : "update");
            case ZONE_INFORMATION, VERSION_INFORMATION, VERSION, THRESHOLD, PAGE, UNKNOWN ->
                throw new IllegalStateException(route + " is about no record");
        };
    }
}
