package com.vsoxp.alliance.platform.idempotency;

import com.vsoxp.alliance.platform.sql.Question;
import com.vsoxp.alliance.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * First answers by statements of their own, for whoever does the work of several requests in one transaction, or goes few ways to
 * the database. Who does one at a time, and minds no way more, takes {@link Idempotency}.
 */
@ApplicationScoped
public class FirstAnswers {

    // The limit keeps the planner to one look into the index for each key: a join it would turn into a scan of the
    // whole table, as long as that was small when the plan was made.
    private static final String FIND = """
            SELECT k.* FROM unnest(?::text[], ?::text[]) AS asked (caller, key)
            CROSS JOIN LATERAL (
                SELECT * FROM idempotency_key k WHERE k.caller = asked.caller AND k.key = asked.key LIMIT 1) k""";

    private static final String REMEMBER = """
            INSERT INTO idempotency_key
                (caller, key, fingerprint, status, content_type, location, etag, body, created_at)
            SELECT unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[]), unnest(?::int[]), unnest(?::text[]),
                unnest(?::text[]), unnest(?::text[]), unnest(?::bytea[]), unnest(?::timestamptz[])""";

    private static final String REMEMBER_NEW = REMEMBER + """

            ON CONFLICT (caller, key) DO NOTHING
            RETURNING key""";

    /** What those of the requests were answered whose keys came before, with the same request or another. */
    public Question<FirstAnswer> to(Collection<KeyedRequest> requests) {
        Rows<KeyedRequest> asked = new Rows<>(FIND, requests, columns -> columns.set(
                        "text", request -> request.id().caller())
                .set("text", request -> request.id().key()));
        return new Question<>(asked, FirstAnswers::read);
    }

    /** Whether a request came before, for whoever does the work of one and has other questions to ask on the way. */
    public CameBefore before(KeyedRequest request) {
        return CameBefore.of(request);
    }

    /**
     * Answers as rows that the caller is to store in its transaction. That fails if another transaction has answered under one of
     * the keys meanwhile: the caller's cannot go on, and will find that answer when it is begun again.
     */
    public Rows<FirstAnswer> rowsOf(Collection<FirstAnswer> answers) {
        return rows(REMEMBER, answers);
    }

    /**
     * Answers that the caller wants stored under those of the keys that came with no request before, which are answered. Waits for
     * another transaction that answers under the same.
     */
    public Question<String> storing(Collection<FirstAnswer> answers) {
        return new Question<>(rows(REMEMBER_NEW, answers), row -> row.getString(1));
    }

    private static Rows<FirstAnswer> rows(String statement, Collection<FirstAnswer> answers) {
        List<FirstAnswer> inOrder = answers.stream()
                .sorted((one, other) -> FirstAnswer.ID_ORDER.compare(one.id, other.id))
                .toList();
        return new Rows<>(statement, inOrder, columns -> columns.set("text", answer -> answer.id.caller())
                .set("text", answer -> answer.id.key())
                .setBytes(answer -> answer.fingerprint)
                .set("int4", answer -> answer.status)
                .set("text", answer -> answer.contentType)
                .set("text", answer -> answer.location)
                .set("text", answer -> answer.etag)
                .setBytes(answer -> answer.body)
                .set("timestamptz", answer -> answer.createdAt));
    }

    static FirstAnswer read(ResultSet row) throws SQLException {
        FirstAnswer answer = new FirstAnswer();
        answer.id = new FirstAnswer.Id(row.getString("caller"), row.getString("key"));
        answer.fingerprint = row.getBytes("fingerprint");
        answer.status = row.getInt("status");
        answer.contentType = row.getString("content_type");
        answer.location = row.getString("location");
        answer.etag = row.getString("etag");
        answer.body = row.getBytes("body");
        return answer;
    }
}
