package com.vsoxp.alliance.eligibility.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.vsoxp.alliance.eligibility.catalog.ProgramPublished;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.testing.EventContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void theBundledProgramHasAllSevenRequirementsAndAllSevenBenefits() {
        Program program = BundledProgram.VERSION_2;

        assertThat(program.requirements()).hasSize(7);
        assertThat(program.benefits()).hasSize(7);
        assertThat(program.tiers()).extracting(tier -> tier.code()).containsExactly("RESELLER", "PREMIER");
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Program program = BundledProgram.VERSION_2;

        JsonNode written = JSON.valueToTree(ProgramView.of(program, ProgramView.Status.PUBLISHED));

        assertThat(ProgramReader.read(written)).isEqualTo(program);
    }

    @Test
    void thePublishedEventIsTheSample() {
        JsonNode written = JSON.valueToTree(
                ProgramPublished.of(BundledProgram.VERSION_2, Instant.parse("2026-11-23T07:00:00Z"), null)
                        .data());

        EventContract.mustEqualSample("alliance.program.published", ((ObjectNode) written).put("sequence", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: Program fee                       | titel: Program fee                      | /requirements/0/titel
            effectiveFrom: 2004-01-01                | effectiveFrom: 2004-02-30               | /effectiveFrom
            timeZone: UTC                            | timeZone: Mars/Olympus                  | /timeZone
            rank: 2                                  | rank: 1                                 | /tiers/1/rank
            code: PREMIER                            | code: RESELLER                          | /tiers/1/code
            aggregate: SUM, of: FEE_PAYMENT          | aggregate: AVERAGE, of: FEE_PAYMENT     | /requirements/0/measure/aggregate
            window: ENROLLMENT                       | window: LAST_WEEK                       | /requirements/0/measure/window
            amount: "500.00"                         | amount: "500.005"                       | /requirements/0/levels/PREMIER/target/amount
            currency: USD                            | currency: DOLLARS                       | /requirements/0/levels/PREMIER/target/currency
            target: 5, grace: P12M                   | target: 0, grace: P12M                  | /requirements/1/levels/RESELLER/target
            target: 5, grace: P12M                   | target: 5, grace: a year                | /requirements/1/levels/RESELLER/grace
            level: ENCOURAGED, target: 1             | level: ENCOURAGED, target: 1, grace: P1M | /requirements/3/levels/RESELLER/grace
            RESELLER: { percent: 25 }                | RESELLER: { percent: 125 }              | /benefits/0/values/RESELLER/percent
            RESELLER: FEE_BASED                      | RESELLER: SOMETIMES                     | /benefits/2/values/RESELLER
            RESELLER: FEE_BASED,                     | ''                                      | /benefits/2/values/RESELLER
            curePeriod: P90D                         | curePeriod: P0D                         | /policies/curePeriod
            """)
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String pointer) {
        assertThat(mistakesAfter(right, wrong)).contains(pointer);
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        String broken = BundledProgram.text()
                .replace("version: \"2.0\"", "version: 2.0")
                .replace("curePeriod: P90D", "curePeriod: never")
                .replace("title: Program fee", "name: Program fee");

        assertThat(mistakesIn(broken))
                .containsExactlyInAnyOrder(
                        "/version", "/requirements/0/name", "/requirements/0/title", "/policies/curePeriod");
    }

    @Test
    void tiersThatCountOneRequirementInDifferentUnitsAreRefused() {
        assertThat(
                        mistakesAfter(
                                "RESELLER: { level: NOT_APPLICABLE }\n      PREMIER: { level: REQUIRED, target: { amount:",
                                "RESELLER: { level: REQUIRED, target: 1 }\n      PREMIER: { level: REQUIRED, target: { amount:"))
                .contains("/requirements/0/levels");
    }

    @Test
    void whatIsNoYamlIsRefusedAsAWhole() {
        assertThatThrownBy(() -> ProgramReader.readYaml("tiers: [")).isInstanceOf(InvalidProgramException.class);
    }

    private static List<String> mistakesAfter(String right, String wrong) {
        assertThat(BundledProgram.text()).contains(right);
        return mistakesIn(BundledProgram.text().replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    }

    private static List<String> mistakesIn(String document) {
        try {
            ProgramReader.readYaml(document);
            return List.of();
        } catch (InvalidProgramException e) {
            return e.mistakes().stream().map(Mistake::pointer).toList();
        }
    }
}
