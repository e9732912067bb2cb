package app.ascent.assets.web;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sidebar leads to assets. */
@Configuration(proxyBeanMethods = false)
class AssetsNavigation {

    @Bean
    NavigationItem assetsNavigationItem() {
        return new NavigationItem("nav.assets", 7, "nav.assets", "/assets", "device-desktop", "assets.read");
    }
}
