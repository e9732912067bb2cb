package app.ascent.contracts.web;

import app.ascent.contracts.BalanceFields;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractFilter.Standing;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractParts;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.ContractType;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Contracts;
import app.ascent.contracts.LineFields;
import app.ascent.crm.ClientId;
import app.ascent.identity.CurrentUser;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Money;
import app.ascent.record.page.SourceBody;
import app.ascent.record.table.Part;
import app.ascent.web.Listing;
import app.ascent.web.Paging;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Sort;
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

/** Contracts with their lines and balances, for programs. */
@RestController
@RequestMapping("/api/v1/contracts")
@Tag(name = "Contracts")
class ContractController {

    private final Contracts contracts;
    private final ContractParts parts;
    private final CurrentUser currentUser;

    ContractController(Contracts contracts, ContractParts parts, CurrentUser currentUser) {
        this.contracts = contracts;
        this.parts = parts;
        this.currentUser = currentUser;
    }

    /** A contract as programs see it; {@code source} is null for one that was created in Ascent. */
    record ContractBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("status") ContractFields fields,
            ContractStatus status,
            @Nullable UUID renewedById,
            @Nullable UUID exclusionContractId,
            @Nullable SourceBody source,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static ContractBody of(ContractView contract) {
            return new ContractBody(
                    contract.id().value(),
                    contract.fields(),
                    contract.status(),
                    value(contract.links().renewedById()),
                    value(contract.links().exclusionContractId()),
                    SourceBody.of(contract.source()),
                    contract.created(),
                    contract.updated(),
                    contract.version());
        }

        private static @Nullable UUID value(@Nullable ContractId contract) {
            return contract == null ? null : contract.value();
        }
    }

    record LineBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("contractId") LineFields fields,
            SourceBody source,
            Instant createdAt,
            Instant updatedAt) {

        static LineBody of(Part<LineFields> line) {
            return new LineBody(line.id(), line.fields(), SourceBody.of(line.source()), line.created(), line.updated());
        }
    }

    record BalanceBody(
            UUID id,
            @JsonUnwrapped @JsonIgnoreProperties("contractId") BalanceFields fields,
            @Money BigDecimal remaining,
            SourceBody source,
            Instant createdAt,
            Instant updatedAt) {

        static BalanceBody of(Part<BalanceFields> balance) {
            return new BalanceBody(
                    balance.id(),
                    balance.fields(),
                    balance.fields().remaining(),
                    SourceBody.of(balance.source()),
                    balance.created(),
                    balance.updated());
        }
    }

    @GetMapping
    @PreAuthorize("hasAuthority('contracts.read')")
    @Operation(summary = "Lists contracts, the latest start first; search looks in name, number and contact name")
    Listing<ContractBody> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID clientId,
            @RequestParam(required = false) @Nullable ContractType type,
            @RequestParam(required = false) @Nullable ContractStatus status,
            @Valid @ParameterObject Paging paging) {
        ContractFilter filter = new ContractFilter(
                search,
                clientId == null ? null : new ClientId(clientId),
                type,
                status == null ? null : Standing.of(status));
        return Listing.of(
                contracts.list(
                        currentUser.organization(), filter, paging.pageable(Sort.by(Sort.Direction.DESC, "start"))),
                ContractBody::of);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('contracts.read')")
    ContractBody show(@PathVariable UUID id) {
        return ContractBody.of(contracts.get(currentUser.organization(), new ContractId(id)));
    }

    @GetMapping("/{id}/lines")
    @PreAuthorize("hasAuthority('contracts.read')")
    @Operation(summary = "What the contract consists of; an import keeps all of it paused")
    Listing<LineBody> lines(@PathVariable UUID id, @Valid @ParameterObject Paging paging) {
        return Listing.of(parts.lines(currentUser.organization(), new ContractId(id), paging.pageable()), LineBody::of);
    }

    @GetMapping("/{id}/balances")
    @PreAuthorize("hasAuthority('contracts.read')")
    @Operation(summary = "What is left of what was bought in advance, as the source counted it at asOf")
    Listing<BalanceBody> balances(@PathVariable UUID id, @Valid @ParameterObject Paging paging) {
        return Listing.of(
                parts.balances(currentUser.organization(), new ContractId(id), paging.pageable()), BalanceBody::of);
    }

    @PostMapping
    @ApiResponse(responseCode = "201", description = "Created; Location leads to it", useReturnTypeSchema = true)
    @PreAuthorize("hasAuthority('contracts.create')")
    @Operation(
            summary = "Creates a contract",
            description = "EXPIRING_SOON and EXPIRED follow from the end date; sent, they count as ACTIVE.")
    ResponseEntity<ContractBody> create(@RequestBody Entered entered) {
        ContractView created = contracts.create(currentUser.organization(), entered);
        return ResponseEntity.created(URI.create("/api/v1/contracts/" + created.id()))
                .body(ContractBody.of(created));
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('contracts.update')")
    @Operation(
            summary = "Replaces all fields; what is absent becomes empty",
            description = "With a version that is no longer the contract's the answer is 409, and nothing is changed.")
    ContractBody replace(@PathVariable UUID id, @RequestBody Entered entered) {
        return ContractBody.of(contracts.update(currentUser.organization(), new ContractId(id), entered));
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('contracts.delete')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a contract with its lines and balances; 409 while something else belongs to it")
    void delete(@PathVariable UUID id) {
        contracts.delete(currentUser.organization(), new ContractId(id));
    }
}
