package org.dailybriefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.mail.ScriptedSmtpServer;
import org.dailybriefing.ops.Sending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server says against a reader, a domain or us, and what becomes of the others. */
class RefusedSendTest extends SendFixture {

    @Test
    void who_is_greylisted_gets_it_later() {
        subscribers("grey.451", "a");
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server))) {
            Issue issue = Steps.begun(house);

            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(2, 1, 0, 0, 0, 0, 1));
            assertThat(dispatched(house, issue).accepted()).isEqualTo(1);
            house.clock().advance(Duration.ofMinutes(6));
            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(2, 2, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void a_domain_that_wants_a_pause_gets_it_and_nobody_is_suppressed() {
        subscribers("rcpt.421drop", "x", "y");
        try (var server = new ScriptedSmtpServer("");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            assertThat(dispatched(house, issue)).isEqualTo(new Accounting(3, 0, 0, 0, 0, 0, 3));
            house.clock().advance(Duration.ofMinutes(6));
            dispatched(house, issue);
            assertThat(house.get(JdbcClient.class)
                            .sql("select count(*) from suppression")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(dispatched(house, issue).holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "BROKEN_TLS"})
    void what_is_the_runs_fault_stops_it_and_marks_nobody(ScriptedSmtpServer.Quirk quirk) {
        subscribers("a", "b", "c");
        try (var server = new ScriptedSmtpServer("STARTTLS", quirk);
                House house = house(new String[0], at(server))) {
            Issue issue = Steps.begun(house);

            assertThat(stoppedWithoutAMark(house, issue)).startsWith("The mail server 127.0.0.1:" + server.port());
            assertThat(server.said()).noneMatch(line -> line.startsWith("RCPT"));
        }
    }

    @Test
    void a_login_that_is_refused_stops_the_run_and_marks_nobody() {
        subscribers("a", "b", "c");
        try (var server = new ScriptedSmtpServer("AUTH PLAIN");
                House house = house(
                        new String[0],
                        at(server),
                        "--spring.mail.username=desk",
                        "--spring.mail.password=secret",
                        "--spring.mail.properties.mail.smtp.starttls.required=false")) {
            assertThat(stoppedWithoutAMark(house, Steps.begun(house))).contains("refused the login: 535");
            assertThat(server.said()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void a_quota_that_is_spent_marks_nobody_however_final_it_sounds() {
        subscribers("dot.550quota", "a", "b");
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            Accounting sums = dispatched(house, issue);
            assertThat(sums.rejected()).isZero();
            assertThat(sums.pending()).isPositive();
            assertThat(house.get(BounceStore.class).returned(issue.id()).soft()).isZero();
        }
    }

    @Test
    void a_server_that_refuses_one_mail_after_the_other_is_left_alone_for_a_while() {
        House.write(
                folder.resolve("subscribers.yml"),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "  - { email: dot.550quota@reader%d.example }\n".formatted(i))
                        .collect(Collectors.joining("", "subscribers:\n", "")));
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
            assertThat(outcome.accounting()).isEqualTo(new Accounting(20, 0, 0, 0, 0, 0, 20));
            assertThat(outcome.stopped())
                    .hasValueSatisfying(why -> assertThat(why).contains("that enough was sent for now"));
            assertThat(server.said().stream().filter(line -> line.startsWith("DATA")))
                    .hasSizeBetween(5, 6);
        }
    }

    @Test
    void a_relay_that_does_not_know_some_domains_holds_up_nobody_else() {
        House.write(
                folder.resolve("subscribers.yml"),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i ->
                                "  - { email: %s@reader%d.example }\n".formatted(i < 19 ? "rcpt.550relay" : "a", i))
                        .collect(Collectors.joining("", "subscribers:\n", "")));
        try (var server = new ScriptedSmtpServer("PIPELINING");
                House house = house(new String[0], at(server), "--briefing.delivery.connections=1")) {
            Issue issue = Steps.begun(house);

            Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
            assertThat(outcome)
                    .isEqualTo(new Dispatcher.Outcome(new Accounting(20, 2, 0, 0, 0, 0, 18), Optional.empty()));
        }
    }

    /** @return why nothing of an issue for three readers was sent */
    private static String stoppedWithoutAMark(House house, Issue issue) {
        Dispatcher.Outcome outcome = house.get(Sending.class).dispatch(issue);
        assertThat(outcome.accounting()).isEqualTo(new Accounting(3, 0, 0, 0, 0, 0, 3));
        assertThat(house.get(JdbcClient.class)
                        .sql("select sum(attempts) from delivery")
                        .query(Long.class)
                        .single())
                .isZero();
        return outcome.stopped().orElseThrow();
    }

    @Test
    void an_address_that_does_not_exist_is_not_written_to_again() {
        subscribers("rcpt.550", "a");
        try (var server = new ScriptedSmtpServer("");
                House house = house(new String[0], at(server))) {
            Issue issue = Steps.begun(house);
            dispatched(house, issue);

            assertThat(house.get(BounceStore.class).returned(issue.id()).hard()
                            + house.get(BounceStore.class).returned(issue.id()).soft())
                    .isEqualTo(1);
        }
    }
}
