package com.vsoxp.alliance.benefits.quote;

import com.vsoxp.alliance.benefits.entitlement.HeldBenefits;
import com.vsoxp.alliance.benefits.program.BenefitValue.Percent;
import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.platform.idempotency.CameBefore;
import com.vsoxp.alliance.platform.idempotency.FirstAnswer;
import com.vsoxp.alliance.platform.idempotency.FirstAnswers;
import com.vsoxp.alliance.platform.idempotency.KeyedRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.sql.Answers;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/**
 * Promises prices to a partner, by what it is entitled to today. It goes to the database twice: once to learn, once to store and
 * to commit.
 */
@UseCase
public class IssueQuote {

    /** What became of a request. */
    public sealed interface Outcome {

        /** A quote was issued. */
        record Issued(QuoteAnswer answer) implements Outcome {}

        /** The request was answered before, under its key. */
        record AnsweredBefore(FirstAnswer first) implements Outcome {}
    }

    private static final List<String> DISCOUNTS =
            Stream.of(QuotedKind.values()).map(QuotedKind::benefit).toList();

    private final QuoteConfig config;
    private final ProgramDay programDay;
    private final FirstAnswers firstAnswers;
    private final QuoteAnswers quoteAnswers;
    private final DataSource database;
    private final Clock clock;

    IssueQuote(
            QuoteConfig config,
            ProgramDay programDay,
            FirstAnswers firstAnswers,
            QuoteAnswers quoteAnswers,
            DataSource database,
            Clock clock) {
        this.config = config;
        this.programDay = programDay;
        this.firstAnswers = firstAnswers;
        this.quoteAnswers = quoteAnswers;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Issues a quote.
     *
     * @param request already {@link QuoteRequest#check checked}
     * @param keyed the request as its Idempotency-Key marks it; empty without one
     * @param issuer the subject that asks for it
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for an unknown partner, 409 for one that is suspended or
     *     holds no tier; and for a key as {@link CameBefore} says
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW) // for it is committed here
    public Outcome issue(QuoteRequest request, Optional<KeyedRequest> keyed, String issuer) {
        var today = programDay.today();
        var held = HeldBenefits.of(request.partnerId(), today, DISCOUNTS);
        try (Connection connection = database.getConnection()) {
            if (keyed.isEmpty()) {
                return issue(connection, request, keyed, issuer, today, RoundTrip.ask(connection, held), held);
            }
            var before = firstAnswers.before(keyed.get());
            var answers = RoundTrip.ask(connection, before.alone(), before.first(), held);
            var first = before.answerIn(answers);
            return first.isPresent()
                    ? new Outcome.AnsweredBefore(first.get())
                    : issue(connection, request, keyed, issuer, today, answers, held);
        } catch (SQLException e) {
            throw new JDBCException("Could not issue a quote", e);
        }
    }

    private Outcome issue(
            Connection connection,
            QuoteRequest request,
            Optional<KeyedRequest> keyed,
            String issuer,
            LocalDate today,
            Answers answers,
            Question<HeldBenefits.Found> held)
            throws SQLException {
        var entitlements = usedOf(HeldBenefits.in(answers.to(held), request.partnerId()));
        var quote = Quote.of(
                request.partnerId(),
                QuoteTerms.of(request.lines(), entitlements),
                clock.instant(),
                today,
                today.plusDays(config.validDays()));
        quote.issuedBy = issuer;
        var answer = quoteAnswers.of(quote);
        RoundTrip.storeAndCommit(
                connection,
                new Rows<>(Quote.STORE, List.of(quote), Quote::columns),
                firstAnswers.rowsOf(keyed.map(answer::to).stream().toList()));
        return new Outcome.Issued(answer);
    }

    private static Map<QuotedKind, UsedEntitlement> usedOf(HeldBenefits held) {
        if (held.suspended()) {
            throw Problems.conflict(
                    "ENROLLMENT_SUSPENDED", "The partner's enrollment is suspended: nothing new is quoted to it.");
        }
        if (!held.holdsTier()) {
            throw Problems.conflict("NO_TIER_HELD", "The partner holds no tier today, so it is entitled to nothing.");
        }
        var used = new EnumMap<QuotedKind, UsedEntitlement>(QuotedKind.class);
        for (var kind : QuotedKind.values()) {
            var percent = held.values().get(kind.benefit()) instanceof Percent(BigDecimal off) ? off : BigDecimal.ZERO;
            used.put(kind, new UsedEntitlement(kind.benefit(), percent, held.program(), held.tier()));
        }
        return used;
    }
}
