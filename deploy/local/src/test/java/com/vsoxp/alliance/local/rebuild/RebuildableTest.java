package com.vsoxp.alliance.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildableTest {

    @Test
    void aServiceIsNamedInShortOrInFull() {
        assertThat(Rebuildable.named("eligibility")).isEqualTo(AllianceService.ELIGIBILITY);
        assertThat(Rebuildable.named("eligibility-service")).isEqualTo(AllianceService.ELIGIBILITY);
        assertThat(Rebuildable.named("directory")).isEqualTo(AllianceService.DIRECTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "benefits-service", "http://localhost:8082", ""})
    void whoKnowsMoreThanTheTopicsSayIsRefusedAndToldWhoDoesNot(String name) {
        assertThatThrownBy(() -> Rebuildable.named(name))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("eligibility-service and directory-service");
    }
}
