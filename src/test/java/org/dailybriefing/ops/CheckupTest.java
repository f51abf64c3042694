package org.dailybriefing.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.ops.Checkup.Findings;
import org.dailybriefing.subscriber.SubscriberSync.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a first send, seen from the whole program; here no name server can be reached. */
class CheckupTest {

    @TempDir
    Path folder;

    @Test
    void a_dns_that_cannot_be_asked_is_a_note_and_no_problem() {
        try (House house = House.open(folder)) {
            Findings findings = house.get(Checkup.class).check(List.of(House.EDITION), Loss.REFUSE);

            assertThat(findings.problems()).isEmpty();
            assertThat(findings.warnings())
                    .filteredOn(warning -> warning.contains("DNS"))
                    .containsExactly(
                            "Asked for example.org, the DNS does not answer, so the sender's records (SPF, DMARC,"
                                    + " DKIM) were not checked.");
        }
    }

    @Test
    void spf_is_asked_for_where_mails_go_back_to() {
        try (House house = House.open(folder, "--briefing.bounces.address=bounce@returned.example")) {
            assertThat(house.get(Checkup.class)
                            .check(List.of(House.EDITION), Loss.REFUSE)
                            .warnings())
                    .anyMatch(warning -> warning.startsWith("Asked for returned.example"));
        }
    }

    @Test
    void addresses_that_nobody_reads_are_named_until_they_are_your_own() {
        try (House house = House.open(folder)) {
            assertThat(addresses(house))
                    .hasSize(3)
                    .first()
                    .isEqualTo("The sender's address briefing@example.org of ukraine-talks is a name kept for examples;"
                            + " put your own into " + house.edition().folder().resolve("edition.yml") + ".");

            Steps.edit(folder, "(?m)@example\\.org$", "@harbour.news");
            Steps.edit(folder, "(?m)@example\\.org$", "@harbour.news");
            Steps.edit(folder, "(?m)@example\\.org$", "@harbour.news");

            assertThat(addresses(house)).isEmpty();
        }
    }

    @Test
    void a_mailbox_for_bounces_that_cannot_be_opened_is_a_problem() {
        try (House house = House.open(
                folder,
                "--briefing.bounces.address=bounce@news.example",
                "--briefing.bounces.mailbox=imaps://me@127.0.0.1:9",
                "--briefing.bounces.password=x")) {
            assertThat(house.get(Checkup.class)
                            .check(List.of(House.EDITION), Loss.REFUSE)
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("The mailbox imaps://127.0.0.1:9/INBOX cannot be read (")
                    .endsWith("); check briefing.bounces.mailbox and the server.");
        }
    }

    private static List<String> addresses(House house) {
        return house.get(Checkup.class).check(List.of(House.EDITION), Loss.REFUSE).warnings().stream()
                .filter(warning -> warning.startsWith("The sender's address"))
                .toList();
    }
}
