package app.ascent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Remembers the theme of this browser: light, dark, or as the system has it. */
@Controller
@PreAuthorize("isAuthenticated()")
class ThemeController {

    @PostMapping("/theme")
    ResponseEntity<Void> choose(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletRequest request) {
        boolean named = theme.equals("light") || theme.equals("dark");
        ResponseCookie cookie = ResponseCookie.from(
                        BrowserCookies.name(request, Shell.THEME_COOKIE), named ? theme : "")
                .path("/")
                .maxAge(named ? Duration.ofDays(365) : Duration.ZERO)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(
                        HttpHeaders.LOCATION,
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .build()
                                        .getPath()
                                + within(back))
                .build();
    }

    /** Only an address of our own: "//host" and "/\\host" lead elsewhere, also with a tab between that browsers skip. */
    private static String within(String back) {
        return OwnPages.isPath(back) ? back : "/";
    }
}
