package com.vsoxp.alliance.directory;

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
        OpenApiContract.mustEqualCommitted("directory-service");
    }

    @Test
    void everyOperationRefusesStrangers() {
        SecurityWalk.everyOperationRefusesStrangers(
                "GET /",
                "GET /embed",
                "GET /embed/partner-directory.js",
                "GET /partners/{slug}",
                "GET /v1/listings",
                "GET /v1/listings/{slug}",
                "GET /v1/listings/changes",
                "GET /v1/listings/snapshot",
                "GET /feed.json",
                "GET /feed.atom",
                "GET /sitemap.xml",
                "GET /v1/success-stories",
                "GET /v1/tiers");
    }

    @Test
    void everyPathNamesItsMethodsToWhoUsesAnother() {
        MethodWalk.everyPathNamesItsMethodsToWhoUsesAnother();
    }
}
