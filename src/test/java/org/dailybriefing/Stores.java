package org.dailybriefing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases that the house runs on; tests of the store run on both. */
public enum Stores {
    SQLITE {
        @Override
        public String[] fresh() {
            return new String[0];
        }
    },
    POSTGRESQL {
        @Override
        public String[] fresh() {
            return Server.newDatabase();
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Settings of a database with nothing in it. */
    public abstract String[] fresh();

    /** One real server for all tests of a run; it ends with the process. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String[] newDatabase() {
            String name = "briefing" + COUNT.incrementAndGet();
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new String[] {
                "--spring.datasource.url=" + POSTGRES.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"
            };
        }
    }
}
