package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the operator's to mend is told in one sentence, with an exit code and without a stack trace. */
@Execution(ExecutionMode.CONCURRENT)
class BadInputTest {

    @TempDir
    Path folder;

    private final FeedServer feeds = new FeedServer();

    @BeforeEach
    void write() {
        Wire.write(folder, feeds);
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    /** Spoils something in the folder. */
    interface Mistake {
        void in(Path folder) throws IOException;
    }

    private static final Mistake NONE = folder -> {};

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "a typo in edition.yml",
                        (Mistake) folder -> Steps.edit(folder, "(?m)^  deadline: ", "  deadlin: "),
                        List.of("compile"),
                        ".*edition\\.yml \\d+:\\d+: timetable.*deadlin.*"),
                arguments(
                        "an edition.yml that is no YAML",
                        (Mistake) folder -> Steps.edit(folder, "(?m)^  deadline: .*", "  deadline: \"06"),
                        List.of("status"),
                        ".*edition\\.yml \\d+:\\d+: not valid YAML.*"),
                arguments(
                        "a time zone that there is not",
                        (Mistake) folder -> Steps.edit(folder, "(?m)^  zone: .*", "  zone: Europe/Kiew"),
                        List.of("status"),
                        ".*edition\\.yml \\d+:\\d+: timetable\\.zone is \"Europe/Kiew\", .* such as Europe/Kyiv\\."),
                arguments(
                        "an unknown edition",
                        NONE,
                        List.of("status", "--edition=nowhere"),
                        ".*\"nowhere\".*ukraine-talks.*"),
                arguments(
                        "an unknown setting",
                        NONE,
                        List.of("status", "--briefing.subscriber=x.yml"),
                        "There is no setting briefing\\.subscriber; check its spelling\\."),
                arguments(
                        "a setting that does not fit",
                        NONE,
                        List.of("status", "--briefing.delivery.connections=many"),
                        "The setting briefing\\.delivery\\.connections is \"many\".*"),
                arguments(
                        "a setting out of bounds",
                        NONE,
                        List.of("status", "--briefing.secret=short"),
                        "briefing\\.secret has 5 characters.*"),
                arguments(
                        "a DKIM selector without a key",
                        NONE,
                        List.of("check", "--briefing.dkim.selector=news"),
                        "Of briefing\\.dkim\\.selector and briefing\\.dkim\\.key only the first is set; .*"),
                arguments(
                        "a DKIM key that is not there",
                        NONE,
                        List.of("check", "--briefing.dkim.selector=news", "--briefing.dkim.key=gone.pem"),
                        "The DKIM key gone\\.pem cannot be read; .*"),
                arguments(
                        "a database of another kind",
                        NONE,
                        List.of("status", "--spring.datasource.url=jdbc:h2:mem:x"),
                        ".*must begin with jdbc:sqlite: or jdbc:postgresql:\\."),
                arguments(
                        "a file that is no database",
                        (Mistake) folder ->
                                House.write(folder.resolve("data").resolve("briefing.db"), "nonsense ".repeat(99)),
                        List.of("status"),
                        "The database cannot be used: .*"),
                arguments(
                        "a database server that is not there",
                        NONE,
                        List.of("status", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:9/briefing"),
                        "The database cannot be used: .*127\\.0\\.0\\.1:9.*"),
                arguments(
                        "a data folder that cannot be one",
                        (Mistake) folder -> House.write(folder.resolve("data"), "a file"),
                        List.of("status"),
                        ".*data.*cannot be made.*"),
                arguments(
                        "rules that are not there",
                        NONE,
                        List.of("replay", "--date=2026-03-10", "--edition-file=rules.yml"),
                        "The file rules\\.yml does not exist\\."),
                arguments(
                        "a question without a word",
                        NONE,
                        List.of("where", "\u2014"),
                        ".* has no word to look for; give an article's link or words of its title\\."),
                arguments(
                        "approval before there is a draft",
                        NONE,
                        List.of("approve"),
                        "There is no issue .*; compile makes it\\."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void a_mistake_is_told_in_one_sentence(String name, Mistake mistake, List<String> words, String sentence)
            throws IOException {
        mistake.in(folder);

        refused(Program.run(folder, words.toArray(String[]::new)), sentence);
    }

    private static void refused(Program program, String sentence) {
        assertThat(program.err()).hasLineCount(1).doesNotContain("Exception").matches(sentence + "\n");
        assertThat(program.out()).doesNotContain("Exception", "\tat ");
        assertThat(program.code()).isEqualTo(1);
    }

    @Test
    void a_wrong_database_password() throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("pg"))
                        .start();
                var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role keeper login password 'right'");
            statement.execute("create database briefing owner keeper");
            Files.writeString(
                    folder.resolve("pg").resolve("pg_hba.conf"),
                    "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
            String url = "--spring.datasource.url="
                    + postgres.getJdbcUrl("keeper", "briefing").replaceFirst("\\?.*", "");

            refused(
                    Program.run(
                            folder,
                            "status",
                            url,
                            "--spring.datasource.username=keeper",
                            "--spring.datasource.password=wrong"),
                    "The database cannot be used: .*password authentication failed for user \"keeper\".*");
            assertThat(Program.run(
                                    folder,
                                    "status",
                                    url,
                                    "--spring.datasource.username=keeper",
                                    "--spring.datasource.password=right")
                            .code())
                    .isZero();
        }
    }

    @Test
    void a_port_in_use() throws IOException {
        try (var taken = new ServerSocket(0)) {
            refused(
                    Program.run(folder, "serve", "--server.port=" + taken.getLocalPort()),
                    "Port " + taken.getLocalPort() + " is in use; .*");
        }
    }
}
