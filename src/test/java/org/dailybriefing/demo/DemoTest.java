package org.dailybriefing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.dailybriefing.DailyBriefing;
import org.dailybriefing.House;
import org.dailybriefing.edition.Editions;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Feature;
import org.dailybriefing.issue.Feature.Picture;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.IssueStatus;
import org.dailybriefing.issue.IssueStore;
import org.dailybriefing.ops.Proofreading;
import org.dailybriefing.render.proof.Remark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as a new user starts it, twice. */
class DemoTest {

    @TempDir
    Path folder;

    private final int port = freePort();

    private ConfigurableApplicationContext start() {
        var program = new SpringApplication(DailyBriefing.class);
        program.setAdditionalProfiles("demo");
        return program.run(
                "--briefing.data=" + folder,
                "--briefing.templates=" + folder.resolve("templates"),
                "--server.port=" + port);
    }

    @Test
    void its_first_round_mails_one_good_issue_and_the_second_mails_nothing() throws Exception {
        try (var program = start()) {
            Issue issue = latest(program);
            assertThat(issue.status()).isEqualTo(IssueStatus.SENT);
            assertThat(issue.stories()).isGreaterThanOrEqualTo(10);

            Entry lead = program.getBean(DraftStore.class).entries(issue.id()).get(0);
            Feature feature = Objects.requireNonNull(lead.feature());
            assertThat(feature.points()).as(lead.headline()).hasSizeBetween(2, 3);
            assertThat(feature.quote()).as(lead.headline()).isNotNull();
            assertThat(feature.picture())
                    .isEqualTo(new Picture(
                            "https://northern-post.example/talks.jpg",
                            1200,
                            675,
                            "The table of the Geneva talks stood empty before the third day.",
                            "The table of the Geneva talks stood empty before the third day.",
                            "Illustration: The Northern Post"));

            List<Path> mails = mails();
            assertThat(mails).hasSize(3);
            for (Path mail : mails) {
                assertThat(parts(mail)).containsExactly("text/plain", "text/html");
            }

            String page = get("/editions/" + House.EDITION + "/" + issue.date());
            assertThat(page)
                    .as("an edited headline replaces the first")
                    .contains("Geneva session adjourns after six hours")
                    .doesNotContain("Envoys open third day of talks in Geneva")
                    .doesNotContain("<script");
            assertThat(get("/desk/issues/" + issue.id())).contains(": sudan*");
            assertThat(program.getBean(Proofreading.class).remarks(issue))
                    .as("a proof-reader stumbles only over its own hosts")
                    .isNotEmpty()
                    .allSatisfy(remark -> {
                        assertThat(remark.kind()).isEqualTo(Kind.DEAD_LINK);
                        assertThat(remark.where()).matches("localhost|example\\.org|.*\\.example");
                    });
        }
        var before = mails().stream().map(DemoTest::written).toList();

        try (var program = start()) {
            assertThat(latest(program).number()).isEqualTo(1);
            assertThat(mails().stream().map(DemoTest::written)).isEqualTo(before);
        }
    }

    private static Issue latest(ConfigurableApplicationContext program) {
        var edition = program.getBean(Editions.class).get(House.EDITION);
        return program.getBean(IssueStore.class).latest(edition.slug()).orElseThrow();
    }

    private List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.sorted().toList();
        }
    }

    private static Object written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> parts(Path mail) throws Exception {
        try (InputStream in = Files.newInputStream(mail)) {
            var content = (MimeMultipart) new MimeMessage(Session.getInstance(new Properties()), in).getContent();
            return List.of(type(content.getBodyPart(0)), type(content.getBodyPart(1)));
        }
    }

    private static String type(BodyPart part) throws Exception {
        assertThat(part.getContent().toString()).contains("http://localhost:").doesNotContain(".invalid");
        return part.getContentType().replaceAll(";.*", "");
    }

    private String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
