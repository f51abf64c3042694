package org.dailybriefing.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dailybriefing.base.Settings;
import org.dailybriefing.mail.SenderRecords.Findings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** What is missing in the DNS is told with what to publish. */
class SenderRecordsTest {

    private static final String DOMAIN = "mail.briefing.example";
    private static final String PLACE = "news._domainkey." + DOMAIN;

    @TempDir
    Path folder;

    private final DnsServer dns = new DnsServer();
    private final InetSocketAddress address = dns.address();
    private MailRoom room = Letters.room(new MailProperties());
    private String record = "";

    @BeforeEach
    void sign() {
        room = Letters.room(new MailProperties(), folder, new Settings.Dkim("news", Keys.make(folder, "RSA 2048")));
        record = Objects.requireNonNull(room.signer()).key().record();
    }

    @AfterEach
    void close() {
        dns.close();
    }

    private Findings check(MailRoom room) {
        return new SenderRecords(room, () -> List.of(address)).check(List.of(DOMAIN), List.of(DOMAIN));
    }

    private void publishAll() {
        dns.publish(DOMAIN + ".", "some-site-verification=1");
        dns.publish(DOMAIN + ".", "v=spf1 include:relay.example ~all");
        dns.publish("_dmarc." + DOMAIN + ".", "v=DMARC1; p=none");
        publishKey(record);
    }

    /** In two pieces: one holds 255 bytes at most. */
    private void publishKey(String text) {
        dns.publish(PLACE + ".", text.substring(0, 200), text.substring(200));
    }

    @Test
    void a_domain_that_has_everything_is_fine() {
        publishAll();

        assertThat(check(room)).isEqualTo(new Findings(List.of(), List.of()));
    }

    @Test
    void receivers_ask_the_domain_that_mails_go_back_to_for_spf() {
        publishAll();

        var records = new SenderRecords(room, () -> List.of(address));
        assertThat(records.check(List.of(DOMAIN), List.of("bounces.example")))
                .isEqualTo(new Findings(
                        List.of(),
                        List.of("bounces.example has no SPF record; publish there the TXT record that the provider of"
                                + " your mail server names, such as \"v=spf1 include:PROVIDER ~all\".")));
    }

    @Test
    void what_is_missing_is_told_with_what_to_publish() {
        assertThat(check(room))
                .isEqualTo(new Findings(
                        List.of(PLACE + " has no DKIM record; publish there the TXT record \"" + record + "\"."),
                        List.of(
                                DOMAIN + " has no SPF record; publish there the TXT record that the provider of your"
                                        + " mail server names, such as \"v=spf1 include:PROVIDER ~all\".",
                                DOMAIN + " has no valid DMARC record; publish at _dmarc." + DOMAIN
                                        + " the TXT record \"v=DMARC1; p=none\", or a stricter one.")));
    }

    @Test
    void the_key_of_somebody_else_is_a_problem() {
        dns.publish(PLACE + ".", "v=DKIM1; k=rsa; p=AAAA");

        assertThat(check(room).problems())
                .containsExactly(PLACE + " does not hold the public half of briefing.dkim.key; publish there the TXT"
                        + " record \"" + record + "\".");
    }

    @Test
    void the_same_key_under_another_kind_is_a_problem() {
        publishKey(record.replace("k=rsa", "k=ed25519"));

        assertThat(check(room).problems()).hasSize(1);
    }

    @Test
    void a_key_may_be_written_otherwise() {
        publishKey("t=s; " + record.substring(record.indexOf("p=")).replaceAll("(.{50})", "$1 "));

        assertThat(check(room).problems()).isEmpty();
    }

    @Test
    void two_spf_records_are_as_good_as_none() {
        publishAll();
        dns.publish(DOMAIN + ".", "V=SPF1 -all");

        assertThat(check(room).warnings())
                .containsExactly(DOMAIN + " has 2 SPF records, of which receivers then heed none; leave one.");
    }

    @Test
    void the_dmarc_record_of_the_domain_above_counts() {
        dns.publish("_dmarc.briefing.example.", "v=DMARC1; rua=mailto:x@briefing.example; p=reject");

        assertThat(check(room).warnings()).noneMatch(warning -> warning.contains("DMARC"));
    }

    @Test
    void a_dmarc_record_without_a_policy_is_none() {
        dns.publish("_dmarc." + DOMAIN + ".", "v=DMARC1; rua=mailto:x@briefing.example");

        assertThat(check(room).warnings()).anyMatch(warning -> warning.contains("no valid DMARC"));
    }

    @Test
    void without_a_key_no_dkim_record_is_asked_for() {
        check(Letters.room(new MailProperties()));

        assertThat(dns.asked()).isNotEmpty().noneMatch(name -> name.contains("_domainkey"));
    }

    @Test
    void a_dns_that_says_nothing_is_one_note() {
        dns.fallSilent();

        assertThat(check(room)).isEqualTo(notChecked());
        assertThat(dns.asked()).allMatch(name -> name.equals(DOMAIN + "."));
    }

    @Test
    void a_dns_that_is_not_there_is_one_note() {
        dns.close();

        assertThat(check(room)).isEqualTo(notChecked());
    }

    private static Findings notChecked() {
        return new Findings(
                List.of(),
                List.of("Asked for " + DOMAIN
                        + ", the DNS does not answer, so the sender's records (SPF, DMARC, DKIM) were not checked."));
    }
}
