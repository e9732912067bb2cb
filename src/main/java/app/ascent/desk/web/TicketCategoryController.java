package app.ascent.desk.web;

import app.ascent.desk.Colour;
import app.ascent.desk.TicketCategories;
import app.ascent.desk.TicketCategory;
import app.ascent.desk.TicketCategoryId;
import app.ascent.identity.CurrentUser;
import app.ascent.record.field.Entered;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What tickets can be about, for programs. */
@RestController
@RequestMapping("/api/v1/ticket-categories")
@Tag(name = "Tickets")
class TicketCategoryController {

    private final TicketCategories categories;
    private final CurrentUser currentUser;

    TicketCategoryController(TicketCategories categories, CurrentUser currentUser) {
        this.categories = categories;
        this.currentUser = currentUser;
    }

    /** A category as programs see it. */
    record CategoryBody(UUID id, String name, Colour colour, long version) {

        static CategoryBody of(TicketCategory category) {
            return new CategoryBody(category.id().value(), category.name(), category.colour(), category.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('tickets.read')")
    @Operation(summary = "Lists categories by name")
    Listing<CategoryBody> list(@Valid @ParameterObject Paging paging) {
        return Slices.of(categories.all(currentUser.organization()), paging, CategoryBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.read')")
    CategoryBody show(@PathVariable UUID id) {
        return CategoryBody.of(categories.get(currentUser.organization(), new TicketCategoryId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('tickets.customize')")
    @Operation(summary = "Adds a category")
    ResponseEntity<CategoryBody> create(@RequestBody Entered entered) {
        TicketCategory created = categories.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/ticket-categories/" + created.id()))
                .body(CategoryBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.customize')")
    @Operation(summary = "Replaces all fields; what is absent becomes empty")
    CategoryBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return CategoryBody.of(categories.update(currentUser.organization(), new TicketCategoryId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('tickets.customize')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a category; its tickets go on without it")
    void delete(@PathVariable UUID id) {
        categories.delete(currentUser.organization(), new TicketCategoryId(id));
    }
}
