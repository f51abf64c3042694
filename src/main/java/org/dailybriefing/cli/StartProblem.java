package org.dailybriefing.cli;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dailybriefing.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts what is the operator's to mend into one sentence; everything else keeps its stack trace, since it is a bug. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartProblem implements SpringBootExceptionReporter {

    /** PostgreSQL: connection, login, no such database, out of space. */
    private static final String SQL_STATES = "(08|28|3D|53).*";

    /** SQLite: busy, read-only, i/o error, corrupt, full, cannot open, not a database. */
    private static final Set<Integer> SQLITE_CODES = Set.of(5, 8, 10, 11, 13, 14, 26);

    /** The framework makes reporters with the context that failed. */
    StartProblem(ConfigurableApplicationContext context) {}

    /** The sentence is printed where the exception ends up; here it only keeps the framework from printing a trace. */
    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        return Stream.<Function<Throwable, @Nullable String>>of(
                        StartProblem::refusal, StartProblem::port, StartProblem::setting, StartProblem::database)
                .flatMap(kind -> Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .map(kind)
                        .flatMap(Stream::ofNullable))
                .findFirst();
    }

    private static @Nullable String refusal(Throwable cause) {
        return cause instanceof Refusal ? cause.getMessage() : null;
    }

    private static @Nullable String port(Throwable cause) {
        return cause instanceof PortInUseException port
                ? "Port " + port.getPort() + " is in use; stop the program that holds it or set server.port."
                : null;
    }

    private static @Nullable String setting(Throwable cause) {
        if (cause instanceof UnboundConfigurationPropertiesException unbound) {
            return "There is no setting "
                    + unbound.getUnboundProperties().iterator().next().getName() + "; check its spelling.";
        }
        if (cause instanceof BindException bind
                && !(bind.getCause() instanceof UnboundConfigurationPropertiesException)) {
            var property = bind.getProperty();
            return property == null
                    ? null
                    : "The setting " + bind.getName() + " is \"" + property.getValue() + "\", which does not fit ("
                            + bind.getTarget().getType() + " expected).";
        }
        return null;
    }

    private static @Nullable String database(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return null;
        }
        String state = sql.getSQLState();
        String message = String.valueOf(sql.getMessage()).lines().findFirst().orElse("");
        boolean ours = state != null && state.matches(SQL_STATES)
                || SQLITE_CODES.contains(sql.getErrorCode() & 0xff)
                || message.startsWith("No suitable driver")
                || message.startsWith("path to ");
        return ours
                ? "The database cannot be used: " + message.replaceAll("\\.$", "")
                        + "; check spring.datasource.url, username and password, and the disk."
                : null;
    }
}
