package org.dailybriefing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dailybriefing.issue.IssueStatus.APPROVED;
import static org.dailybriefing.issue.IssueStatus.DRAFT;
import static org.dailybriefing.issue.IssueStatus.HELD;
import static org.dailybriefing.issue.IssueStatus.SENDING;
import static org.dailybriefing.issue.IssueStatus.SENT;
import static org.dailybriefing.issue.IssueStatus.STOPPED;
import static org.dailybriefing.issue.IssueStatus.THIN;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole transition table of an issue, spelled out. */
class IssueStatusTest {

    private static final Map<IssueStatus, Set<IssueStatus>> TABLE = Map.of(
            THIN, Set.of(THIN, DRAFT),
            DRAFT, Set.of(THIN, DRAFT, HELD, APPROVED),
            HELD, Set.of(APPROVED),
            APPROVED, Set.of(DRAFT, SENDING),
            SENDING, Set.of(STOPPED, SENT),
            STOPPED, Set.of(SENDING),
            SENT, Set.of());

    @ParameterizedTest
    @EnumSource
    void a_status_goes_on_only_as_the_table_says(IssueStatus from) {
        assertThat(Stream.of(IssueStatus.values()).filter(from::canBecome).collect(Collectors.toSet()))
                .isEqualTo(TABLE.get(from));
    }

    @ParameterizedTest
    @EnumSource
    void readers_see_what_is_on_its_way_or_sent(IssueStatus status) {
        assertThat(status.isPublic()).isEqualTo(Set.of(SENDING, STOPPED, SENT).contains(status));
    }
}
