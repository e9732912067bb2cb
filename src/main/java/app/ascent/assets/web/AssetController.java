package app.ascent.assets.web;

import app.ascent.assets.AssetFields;
import app.ascent.assets.AssetFilter;
import app.ascent.assets.AssetId;
import app.ascent.assets.AssetType;
import app.ascent.assets.AssetView;
import app.ascent.assets.Assets;
import app.ascent.assets.Warranty;
import app.ascent.crm.ClientId;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.page.SourceBody;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Assets, for programs. */
@RestController
@RequestMapping("/api/v1/assets")
@Tag(name = "Assets")
class AssetController {

    private final Assets assets;
    private final CurrentUser currentUser;

    AssetController(Assets assets, CurrentUser currentUser) {
        this.assets = assets;
        this.currentUser = currentUser;
    }

    /** An asset as programs see it; {@code source} is null for one that was created in Ascent. */
    record AssetBody(
            UUID id,
            @JsonUnwrapped AssetFields fields,
            @Nullable UUID parentId,
            List<UUID> relatedIds,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static AssetBody of(AssetView asset) {
            AssetId parent = asset.links().parentId();
            return new AssetBody(
                    asset.id().value(),
                    asset.fields(),
                    parent == null ? null : parent.value(),
                    asset.links().relatedIds().stream().map(AssetId::value).toList(),
                    SourceBody.of(asset.source()),
                    asset.created(),
                    asset.updated(),
                    asset.version());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('assets.read')")
    @Operation(
            summary = "Lists assets by name; search looks in name, serial and reference number, hostname and addresses",
            description = "The warranty is told on the organization's present day.")
    Listing<AssetBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID clientId,
            @RequestParam(required = false) @Nullable AssetType type,
            @RequestParam(required = false) @Nullable RecordStatus status,
            @RequestParam(required = false) @Nullable Warranty warranty,
            @Valid @ParameterObject Paging paging) {
        AssetFilter filter =
                new AssetFilter(search, clientId == null ? null : new ClientId(clientId), null, type, status, warranty);
        return Listing.of(assets.list(currentUser.organization(), filter, paging.pageable()), AssetBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('assets.read')")
    AssetBody show(@PathVariable UUID id) {
        return AssetBody.of(assets.get(currentUser.organization(), new AssetId(id)));
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('assets.create')")
    @Operation(summary = "Creates an asset")
    ResponseEntity<AssetBody> create(@RequestBody Entered entered) {
        AssetView created = assets.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/assets/" + created.id()))
                .body(AssetBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('assets.update')")
    @Operation(
            summary = "Replaces all fields and links; what is absent becomes empty",
            description = "With a version that is no longer the asset's the answer is 409, and nothing is changed.")
    AssetBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return AssetBody.of(assets.update(currentUser.organization(), new AssetId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('assets.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes an asset and takes it out of others; 409 while something belongs to it")
    void delete(@PathVariable UUID id) {
        assets.delete(currentUser.organization(), new AssetId(id));
    }
}
