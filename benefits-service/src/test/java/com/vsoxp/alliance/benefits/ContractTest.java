package com.vsoxp.alliance.benefits;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.MethodWalk;
import com.vsoxp.alliance.platform.testing.OpenApiContract;
import com.vsoxp.alliance.platform.testing.SecurityWalk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ContractTest {

    @Test
    void theCommittedApiDescriptionIsTheRunningOne() {
        OpenApiContract.mustEqualCommitted("benefits-service");
    }

    @Test
    void everyOperationRefusesStrangers() {
        SecurityWalk.everyOperationRefusesStrangers(
                "GET /.well-known/jwks.json",
                "GET /v1/signing-keys/{kid}",
                "POST /v1/evaluation-licenses/verification",
                "GET /v1/logo-grants/{token}",
                "GET /v1/logo-grants/{token}/badge.svg",
                "GET /v1/logo-grants/{token}/credential");
    }

    @Test
    void everyPathNamesItsMethodsToWhoUsesAnother() {
        MethodWalk.everyPathNamesItsMethodsToWhoUsesAnother();
    }
}
