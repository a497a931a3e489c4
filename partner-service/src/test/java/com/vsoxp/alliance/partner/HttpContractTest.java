package com.vsoxp.alliance.partner;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.MethodWalk;
import com.vsoxp.alliance.platform.testing.OpenApiContract;
import com.vsoxp.alliance.platform.testing.SecurityWalk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class HttpContractTest {

    @Test
    void theCommittedDescriptionIsTheRunningOne() {
        OpenApiContract.mustEqualCommitted("partner-service");
    }

    @Test
    void everyOperationRefusesStrangers() {
        SecurityWalk.everyOperationRefusesStrangers();
    }

    @Test
    void everyPathNamesItsMethodsToWhoUsesAnother() {
        MethodWalk.everyPathNamesItsMethodsToWhoUsesAnother();
    }
}
