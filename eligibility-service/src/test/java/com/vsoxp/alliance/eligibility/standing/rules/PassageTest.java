package com.vsoxp.alliance.eligibility.standing.rules;

import static com.vsoxp.alliance.eligibility.evaluation.Given.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Given;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Place;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a partner moves from one version of the program to the next. */
class PassageTest {

    private static final LocalDate BEGIN = JOINED.plusMonths(6);
    private static final LocalDate LATER = BEGIN.plusDays(3);
    private static final Program OLD = BundledProgram.VERSION_2;

    @Test
    void aTierThatIsMetThereTooIsHeldOnFromTheFirstDay() {
        Program next = next("target: 15 ", "target: 16 ");

        Place place = passage(next, Given.premierButForSales().sold(16, JOINED))
                .passTime(OLD, Standing.good("PREMIER", JOINED), null, LATER);

        assertThat(place.program()).isEqualTo(next);
        assertThat(place.standing()).isEqualTo(Standing.good("PREMIER", JOINED));
        assertThat(place.steps()).hasSize(1);
        Move move = place.steps().getFirst().move();
        assertThat(move.on()).isEqualTo(BEGIN);
        assertThat(move.movement()).isEqualTo(Movement.TRANSFER);
        assertThat(move.concernsTier()).isTrue();
        assertThat(move.concernsStanding()).isFalse();
    }

    @Test
    void aTierThatIsNotMetThereIsAtRiskFromTheFirstDayForACurePeriod() {
        Program next = next("target: 15 ", "target: 20 ");

        Place place = passage(next, Given.premierButForSales().sold(16, JOINED))
                .passTime(OLD, Standing.good("PREMIER", JOINED), null, LATER);

        assertThat(place.standing())
                .isEqualTo(Standing.atRisk("PREMIER", BEGIN, BEGIN.plusDays(90), List.of("LICENSE_SALES")));
        assertThat(place.steps())
                .extracting(step -> step.move().movement())
                .containsExactly(Movement.TRANSFER, Movement.NONE);
    }

    @Test
    void aCurePeriodGoesOnIfNothingMoreIsUnmetThere() {
        Program next = next("target: 15 ", "target: 20 ");
        LocalDate since = BEGIN.minusDays(10);
        Standing atRisk = Standing.atRisk("PREMIER", since, since.plusDays(90), List.of("LICENSE_SALES"));

        Place place = passage(next, Given.premierButForSales().sold(14, JOINED)).passTime(OLD, atRisk, null, LATER);

        assertThat(place.standing()).isEqualTo(atRisk);
    }

    @Test
    void whatWasNotDemandedBeforeHasACurePeriodOfItsOwn() {
        Program next = next("PREMIER: { level: ENCOURAGED }", "PREMIER: { level: REQUIRED }");
        LocalDate since = BEGIN.minusDays(80);
        Standing atRisk = Standing.atRisk("PREMIER", since, since.plusDays(90), List.of("LICENSE_SALES"));

        Place place = passage(next, Given.premierButForSales().sold(14, JOINED)).passTime(OLD, atRisk, null, LATER);

        assertThat(place.standing().cureEndsOn()).isEqualTo(BEGIN.plusDays(90));
        assertThat(place.standing().unmet()).containsExactly("LICENSE_SALES", "INTERNAL_USE");
    }

    @Test
    void aTierThatIsGoneIsTakenOverByItsHeir() {
        Program next = ProgramReader.readYaml(BundledProgram.textWith(
                                "code: RESELLER\n    name: Reseller Partner\n    rank: 1",
                                "code: SILVER\n    name: Silver\n    succeeds: [ RESELLER ]\n    rank: 1")
                        .replace("RESELLER: {", "SILVER: {")
                        .replace("RESELLER: NOT", "SILVER: NOT")
                        .replace("RESELLER: FEE", "SILVER: FEE")
                        .replace("RESELLER: INC", "SILVER: INC")
                        .replace("\"2.0\"", "\"3.0\""))
                .effectiveFrom(BEGIN);

        Place place = passage(next, Given.nothing().sold(5, JOINED))
                .passTime(OLD, Standing.good("RESELLER", JOINED), null, LATER);

        assertThat(place.standing()).isEqualTo(Standing.good("SILVER", BEGIN));
        assertThat(place.steps().getFirst().move().from().tier()).isEqualTo("RESELLER");
        assertThat(place.steps().getFirst().move().tier()).isEqualTo("SILVER");
    }

    @Test
    void theComingSwitchIsTheNextTransition() {
        Passage passage = passage(
                next("target: 15 ", "target: 20 "), Given.premierButForSales().sold(16, JOINED));

        assertThat(passage.nextTransition(OLD, Standing.good("PREMIER", JOINED), JOINED.plusDays(1)))
                .contains(BEGIN);
    }

    @Test
    void whoLostItsLastTierMovesNowhere() {
        Passage passage = passage(next("target: 15 ", "target: 20 "), Given.nothing());
        Standing lapsed = Standing.lapsed(JOINED.plusDays(3));

        assertThat(passage.nextTransition(OLD, lapsed, JOINED.plusDays(4))).isEmpty();
        assertThat(passage.passTime(OLD, lapsed, null, LATER).program()).isEqualTo(OLD);
    }

    @Test
    void aLossIsForeseenOnlyIfItComesBeforeTheSwitch() {
        Program next = next("target: 15 ", "target: 20 ");
        Standing premier = Standing.good("PREMIER", JOINED);
        Given soon = Given.premierButForSales().sold(16, JOINED.minusMonths(11));
        Given later = Given.premierButForSales().sold(16, JOINED);

        assertThat(passage(next, soon).foreseenLoss(OLD, premier, JOINED)).isPresent();
        assertThat(passage(next, later).foreseenLoss(OLD, premier, JOINED)).isEmpty();
        assertThat(passage(next.effectiveFrom(BEGIN.plusYears(5)), later).foreseenLoss(OLD, premier, JOINED))
                .isPresent();
    }

    @Test
    void howeverLateAnyoneLooksAPartnerMovesOnTheDay() {
        Program next = next("target: 15 ", "target: 20 ");
        Given given = Given.premierButForSales().sold(16, JOINED);
        Standing premier = Standing.good("PREMIER", JOINED);

        Place late = passage(next, given).passTime(OLD, premier, JOINED, BEGIN.plusDays(120));
        Place day = new Place(OLD, premier, List.of());
        for (LocalDate today = JOINED; !today.isAfter(BEGIN.plusDays(120)); today = today.plusDays(1)) {
            day = passage(next, given).passTime(day.program(), day.standing(), today, today);
        }

        assertThat(late.standing()).isEqualTo(day.standing());
        assertThat(late.standing().status()).isEqualTo(Status.GOOD);
        assertThat(late.standing().tier()).isEqualTo("RESELLER");
    }

    private static Passage passage(Program next, Given given) {
        Enrollment enrollment = new Enrollment(UUID.randomUUID(), "PREMIER", "PREMIER", null, Given.enrolled());
        return new Passage(
                new Succession(List.of(OLD, next)),
                enrollment,
                program -> Evaluation.of(program, given.facts(), enrollment.dates()));
    }

    private static Program next(String text, String replacement) {
        return ProgramReader.readYaml(BundledProgram.textWith(text, replacement).replace("\"2.0\"", "\"3.0\""))
                .effectiveFrom(BEGIN);
    }
}
