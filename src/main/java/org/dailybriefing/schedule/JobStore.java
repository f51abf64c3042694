package org.dailybriefing.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.dailybriefing.base.Dialect;
import org.quartz.impl.jdbcjobstore.SimpleSemaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quartz's store on the house's database: alone on SQLite, as a cluster on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class JobStore {

    @Bean
    SchedulerFactoryBeanCustomizer jobStoreOf(
            Dialect dialect, QuartzProperties quartz, @Value("${server.port}") int port) {
        var properties = new Properties();
        properties.putAll(quartz.getProperties());
        if (dialect == Dialect.SQLITE) {
            // the default says FOR UPDATE, which SQLite doesn't know; it has one writer anyway
            properties.put("org.quartz.jobStore.lockHandler.class", SimpleSemaphore.class.getName());
        } else {
            properties.put("org.quartz.jobStore.isClustered", "true");
            // a stable name takes its own work up again at once after a crash; a generated one waits 15 seconds
            properties.put("org.quartz.scheduler.instanceId", hostName() + "-" + port);
        }
        return factory -> factory.setQuartzProperties(properties);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
