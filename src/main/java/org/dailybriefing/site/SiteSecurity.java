package org.dailybriefing.site;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The site knows nobody: no session, no cookie, nothing loaded from elsewhere but https pictures. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SiteSecurity {

    static final String POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:;"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Signed links act without a login: RFC 8058 forbids to ask for a token or a cookie. */
    @Bean
    @Order(2)
    SecurityFilterChain siteChain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(CsrfConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }
}
