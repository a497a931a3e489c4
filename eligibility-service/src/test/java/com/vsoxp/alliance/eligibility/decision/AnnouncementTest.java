package com.vsoxp.alliance.eligibility.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.vsoxp.alliance.eligibility.decision.kept.Decision;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Move;
import com.vsoxp.alliance.eligibility.standing.rules.Movement;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.testing.EventContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The events are those that the golden samples promise. */
class AnnouncementTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final LocalDate PROMOTED = LocalDate.of(2026, 3, 2);
    private static final LocalDate REVERSED = LocalDate.of(2026, 3, 20);
    private static final Standing RESELLER = Standing.good("RESELLER", LocalDate.of(2026, 1, 12));
    private static final Standing PREMIER = Standing.good("PREMIER", PROMOTED);

    @Test
    void aPromotionIsToldAsTheSampleTellsIt() {
        Move move = new Move(PROMOTED, RESELLER, PREMIER, Movement.PROMOTION, false);

        NewEvent event = Announcement.of(
                        decision("001001", move, Outcome.QUALIFIED, null, null), move, Optional.empty())
                .getFirst();

        mustEqualSample(event, 2);
    }

    @Test
    void aRiskIsToldAsTheSampleTellsIt() {
        LocalDate cureEndsOn = LocalDate.of(2026, 6, 18);
        Standing atRisk = new Standing(Status.AT_RISK, "PREMIER", null, REVERSED, cureEndsOn, List.of("LICENSE_SALES"));
        Move move = new Move(REVERSED, PREMIER, atRisk, Movement.NONE, false);

        Loss loss = new Loss(cureEndsOn, "PREMIER", "RESELLER", List.of("LICENSE_SALES"));

        NewEvent event = Announcement.of(
                        decision("001002", move, Outcome.NOT_QUALIFIED, cureEndsOn, loss), move, Optional.of(loss))
                .getFirst();

        mustEqualSample(event, 3);
    }

    private static void mustEqualSample(NewEvent event, long sequence) {
        ObjectNode body = JSON.valueToTree(event.data());
        EventContract.mustEqualSample(event.type(), body.put("sequence", sequence));
    }

    private static Decision decision(
            String id, Move move, Outcome outcome, LocalDate nextTransitionOn, Loss foreseenLoss) {
        return new Decision(
                sampleId(id),
                sampleId("00a001"),
                sampleId("00e001"),
                Instant.parse("2026-03-02T10:15:00Z"),
                "2.0",
                Evaluation.ENGINE_VERSION,
                move.on(),
                Decision.Reason.STANDING_MOVED,
                move.movement(),
                move.tier(),
                move.from().tier(),
                outcome,
                move.requiresApproval(),
                move.to(),
                nextTransitionOn,
                foreseenLoss,
                new Decision.Input(move.from(), "RESELLER", EnrollmentDates.NONE, List.of(), List.of(), List.of()));
    }

    private static UUID sampleId(String end) {
        return UUID.fromString("019abf10-0000-7000-8000-000000" + end);
    }
}
