package org.dailybriefing.base;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place where the time comes from, so that a test can set it. */
@Configuration(proxyBeanMethods = false)
class Clock {

    @Bean
    InstantSource instantSource() {
        return InstantSource.system();
    }
}
