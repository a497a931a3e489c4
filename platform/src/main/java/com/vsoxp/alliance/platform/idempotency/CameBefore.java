package com.vsoxp.alliance.platform.idempotency;

import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.sql.Answers;
import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.Rows;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether a request came before, on one way to the database with whatever else the work asks. From then on nobody else does
 * the same request until the transaction ends; whoever gets to it afterwards sees what was answered.
 *
 * @param alone ask it before {@code first}
 */
public record CameBefore(KeyedRequest request, Question<Boolean> alone, Question<FirstAnswer> first) {

    private static final String ALONE = """
            SELECT pg_try_advisory_xact_lock(hashtextextended(asked.caller || chr(31) || asked.key, 4711))
            FROM (SELECT unnest(?::text[]) AS caller, unnest(?::text[]) AS key) asked""";

    // The first limit tells the planner that it is one key, or it would plan anew each time, hoping for fewer than it
    // is used to of
    // arrays. The second keeps it to a look into the index.
    private static final String FIRST = """
            SELECT k.* FROM (SELECT unnest(?::text[]) AS caller, unnest(?::text[]) AS key LIMIT 1) asked
            CROSS JOIN LATERAL (
                SELECT * FROM idempotency_key k WHERE k.caller = asked.caller AND k.key = asked.key LIMIT 1) k""";

    /** The questions about a request. */
    static CameBefore of(KeyedRequest request) {
        return new CameBefore(
                request,
                new Question<>(asked(ALONE, request), row -> row.getBoolean(1)),
                new Question<>(asked(FIRST, request), FirstAnswers::read));
    }

    private static Rows<KeyedRequest> asked(String statement, KeyedRequest request) {
        return new Rows<>(statement, List.of(request), columns -> columns.set(
                        "text", it -> it.id().caller())
                .set("text", it -> it.id().key()));
    }

    /**
     * What the first request was answered; empty if this is the first.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 while the first request runs, 422 when the key came
     *     with another request, 410 when the first answer was erased since
     */
    public Optional<FirstAnswer> answerIn(Answers answers) {
        if (!answers.to(alone).getFirst()) {
            throw Problems.idempotencyKeyBusy();
        }
        Optional<FirstAnswer> answer = answers.to(first).stream().findFirst();
        answer.ifPresent(this::mustAnswer);
        return answer;
    }

    private void mustAnswer(FirstAnswer answer) {
        if (answer.isForgotten()) {
            throw Problems.of(
                    ProblemType.GONE, "ANSWER_ERASED", "This was done; the answer told of a person and was erased.");
        }
        if (!answer.answers(request)) {
            throw Problems.idempotencyKeyReused();
        }
    }
}
