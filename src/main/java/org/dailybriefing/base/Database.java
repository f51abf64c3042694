package org.dailybriefing.base;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** SQLite in one file by default, PostgreSQL by {@code spring.datasource.url} alone. */
@Configuration(proxyBeanMethods = false)
class Database {

    /** Readers never wait in WAL mode; writers queue for up to this long, in milliseconds. */
    private static final int BUSY_TIMEOUT = 15_000;

    @Bean
    Dialect dialect(DataSourceProperties properties) {
        return Dialect.of(properties.determineUrl());
    }

    @Bean
    HikariDataSource dataSource(DataSourceProperties properties, Dialect dialect, Settings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(properties.determineUrl());
        config.setPoolName("store");
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(BUSY_TIMEOUT);
        if (dialect == Dialect.SQLITE) {
            createFolder(settings);
            // IMMEDIATE: a transaction that reads first and writes later would otherwise fail instead of waiting
            Map.of(
                            "journal_mode", "WAL",
                            "synchronous", "FULL",
                            "busy_timeout", String.valueOf(BUSY_TIMEOUT),
                            "transaction_mode", "IMMEDIATE",
                            "foreign_keys", "true")
                    .forEach(config::addDataSourceProperty);
        } else {
            config.setUsername(properties.determineUsername());
            config.setPassword(properties.determinePassword());
        }
        return new HikariDataSource(config);
    }

    @Bean
    FlywayConfigurationCustomizer identityColumn(Dialect dialect) {
        return flyway -> flyway.placeholders(Map.of("identity", dialect.identity()));
    }

    private static void createFolder(Settings settings) {
        try {
            // readers' addresses are for the operator only
            Files.createDirectories(
                    settings.data(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new Refusal(
                    "The data folder " + settings.data().toAbsolutePath()
                            + " cannot be made; check its permissions or set briefing.data.",
                    e);
        }
    }
}
