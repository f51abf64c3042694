package org.dailybriefing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dailybriefing.House;
import org.dailybriefing.Mailed;
import org.dailybriefing.delivery.Bounces;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberSync;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses that an operator suppresses, and what status tells of those that came back. */
@Execution(ExecutionMode.CONCURRENT)
class SuppressVerbTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        try (House house = House.open(folder)) {
            house.get(SubscriberSync.class).sync();
        }
    }

    private long audience() {
        try (House house = House.open(folder)) {
            house.get(SubscriberSync.class).sync();
            return house.get(SubscriberStore.class).audience(House.EDITION);
        }
    }

    @Test
    void an_address_is_suppressed_shown_and_lifted() {
        Program suppressed = Program.run(folder, "suppress", "Reader1@Example.org", "nobody@elsewhere.example");
        assertThat(suppressed.out()).isEqualTo("2 addresses suppressed, 0 before; 0 lifted.\n");
        assertThat(suppressed.code()).isZero();
        assertThat(audience()).isEqualTo(2);

        assertThat(Program.run(folder, "suppress", "--list").out())
                .hasLineCount(2)
                .containsPattern("(?m)^\\d{4}-.*Z  nobody@elsewhere\\.example  operator$")
                .contains("  reader1@example.org  operator");
        var json = JsonMapper.shared()
                .readTree(Program.run(folder, "suppress", "--list", "--json").out());
        assertThat(json).hasSize(2);
        assertThat(json.get(0).propertyNames()).containsExactlyInAnyOrder("email", "reason", "since");

        Program lifted = Program.run(folder, "suppress", "--lift", "reader1@example.org", "--lift=reader2@example.org");
        assertThat(lifted.out()).isEqualTo("0 addresses suppressed, 0 before; 1 lifted.\n");
        assertThat(lifted.err()).isEqualTo("reader2@example.org is not suppressed.\n");
        assertThat(lifted.code()).isEqualTo(3);
        assertThat(audience()).isEqualTo(3);
    }

    @Test
    void what_cannot_be_done_is_refused_in_one_sentence_and_changes_nothing() {
        Program wrong = Program.run(folder, "suppress", "reader1@example.org", "reader2");
        assertThat(wrong.err()).isEqualTo("\"reader2\" is not a mail address; nothing was changed.\n");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(audience()).isEqualTo(3);

        Program nothing = Program.run(folder, "suppress");
        assertThat(nothing.err()).hasLineCount(1).contains("give addresses");
        assertThat(nothing.code()).isEqualTo(1);

        Program unknown = Program.run(folder, "suppress", "--lift", "reader2@example.org");
        assertThat(unknown.code()).isEqualTo(1);
    }

    @Test
    void status_counts_what_came_back_of_an_issue() {
        try (House house = House.open(folder)) {
            var mailed = new Mailed(house);
            house.get(Bounces.class)
                    .rejected(
                            Mailed.delivery(mailed.to(1)),
                            "550 5.1.1 user unknown",
                            house.clock().instant());
        }
        assertThat(Program.run(folder, "status").out())
                .contains(
                        "bounces   1 hard, 0 soft, 0 complaints, 0 that say nothing of the address; 1 suppressed for it");
    }

    @Test
    void wrong_settings_for_bounces_are_told_in_one_sentence() {
        Program program = Program.run(folder, "status", "--briefing.bounces.address=bounce");
        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err()).hasLineCount(1).startsWith("briefing.bounces.address is \"bounce\", but must be");
    }
}
