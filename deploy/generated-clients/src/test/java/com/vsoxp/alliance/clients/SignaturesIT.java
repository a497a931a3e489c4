package com.vsoxp.alliance.clients;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.caoccao.javet.exceptions.JavetException;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Evaluation licenses and credentials before the eyes of a library of npm: {@code src/test/javascript/verifier.js}. */
class SignaturesIT {

    private static final String BOARD = """
            globalThis.tests = require('./verifier.js');
            globalThis.alliance = { url: '%s', key: '%s', expiresAt: '%s', credential: '%s' };
            """;

    private static NodeInside node;

    @BeforeAll
    static void fetch() throws JavetException, IOException, InterruptedException {
        assumeTrue(NodeInside.isThere(), "There is no Node.js for this platform on Maven Central: no foreign verifier");
        Path target = Path.of("target").toAbsolutePath();
        assumeTrue(
                NpmPackages.fetch(Path.of("src/test/javascript"), target.resolve("javascript")),
                "There is no npm here to fetch the foreign verifier with");
        node = NodeInside.start(target.resolve("javascript"), target.resolve("node"));
    }

    @AfterAll
    static void end() throws JavetException {
        if (node != null) {
            node.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everythingSigned() throws JavetException {
        var crm = new AllianceClient(RunningServices::url, RunningServices.crm(), Duration.ZERO);
        var company = premier(crm);
        var license = crm.post(BENEFITS, company.path("/evaluation-licenses"), Map.of("product", "VSO-XP Help Desk"))
                .orThrow()
                .body();
        node.run(BOARD.formatted(
                RunningServices.url(BENEFITS),
                license.path("key").asText(),
                license.path("expiresAt").asText(),
                credentialOf(company, crm)));
        return names().stream()
                .map(name -> dynamicTest(name, () -> assertThat(node.failureOf("tests." + name + "(alliance)"))
                        .isEmpty()));
    }

    private static List<String> names() throws JavetException {
        var names = List.of(node.text("Object.keys(tests).join()").split(","));
        assertThat(names).hasSize(9);
        return names;
    }

    private static Company premier(AllianceClient crm) {
        var company = new Company(crm, crm.as(RunningServices.manager()), LocalDate.now(ZoneOffset.UTC));
        company.appliesFor("PREMIER").bringsAllPremierEvidence().sells(15);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> company.benefit("EVALUATION_LICENSE").asText().equals("INCLUDED"));
        return company;
    }

    private static String credentialOf(Company company, AllianceClient crm) {
        var token = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> crm.get(BENEFITS, company.path("/logo-grant")),
                        grant -> grant.body().path("status").asText().equals("VALID"))
                .body()
                .path("token")
                .asText();
        Answer credential = crm.as(null).get(BENEFITS, "/v1/logo-grants/" + token + "/credential");
        assertThat(credential.status()).isEqualTo(200);
        return credential.text();
    }
}
