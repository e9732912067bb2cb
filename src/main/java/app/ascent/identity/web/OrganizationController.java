package app.ascent.identity.web;

import app.ascent.identity.CurrentUser;
import app.ascent.identity.OrganizationSettings;
import app.ascent.identity.Organizations;
import app.ascent.web.Formats;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings of one's organization, for programs. */
@RestController
@RequestMapping("/api/v1/organization")
@PreAuthorize("hasAuthority('organization.manage')")
@Tag(name = "Organization")
class OrganizationController {

    private final Organizations organizations;
    private final CurrentUser currentUser;
    private final Formats formats;

    OrganizationController(Organizations organizations, CurrentUser currentUser, Formats formats) {
        this.organizations = organizations;
        this.currentUser = currentUser;
        this.formats = formats;
    }

    @GetMapping
    OrganizationForm show() {
        OrganizationSettings settings = organizations.settings(currentUser.organization());
        String zone = settings.timeZone();
        return OrganizationForm.of(settings, zone == null ? formats.zoneOfInstallation() : zone);
    }

    @PutMapping
    OrganizationForm change(@Valid @RequestBody OrganizationForm form) {
        organizations.change(currentUser.get(), form.settings());
        return show();
    }
}
