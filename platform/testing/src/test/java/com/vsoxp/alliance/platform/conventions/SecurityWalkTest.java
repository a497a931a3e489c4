package com.vsoxp.alliance.platform.conventions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.SecurityWalk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SecurityWalkTest {

    @Test
    void noStrangerGetsInByAnySpelling() {
        SecurityWalk.everyOperationRefusesStrangers(
                "GET /v1/widgets/broken", "GET /v1/widgets/limited", "GET /v1/widgets/open");
    }

    @Test
    void anOperationThatIsOpenUnawaresIsFound() {
        assertThatThrownBy(() -> SecurityWalk.everyOperationRefusesStrangers(
                        "GET /v1/widgets/broken", "GET /v1/widgets/limited"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/widgets/open");
    }
}
