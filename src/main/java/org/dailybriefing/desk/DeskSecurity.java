package org.dailybriefing.desk;

import org.dailybriefing.base.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The desk asks for the password of the settings; without one it answers on this machine only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DeskSecurity {

    private static final String POLICY =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:;"
                    + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain deskChain(HttpSecurity http, Settings settings) {
        boolean password = settings.desk().password() != null;
        http.securityMatcher("/desk/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)));
        if (password) {
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(login -> login.realmName("Desk of the Daily Briefing"));
        } else {
            http.authorizeHttpRequests(
                    requests -> requests.anyRequest().access(new ThisMachineOnly(settings.baseUrl())));
        }
        return http.build();
    }

    @Bean
    UserDetailsService editors(Settings settings) {
        var editors = new InMemoryUserDetailsManager();
        String password = settings.desk().password();
        if (password != null) {
            editors.createUser(User.withUsername("editor")
                    .password("{noop}" + password)
                    .roles("EDITOR")
                    .build());
        }
        return editors;
    }
}
