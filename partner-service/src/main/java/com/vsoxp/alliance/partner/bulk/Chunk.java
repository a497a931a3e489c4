package com.vsoxp.alliance.partner.bulk;

import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.problem.Failures;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Some lines that are recorded together, in one transaction if that works, else each in one of its own. */
final class Chunk<T> {

    private static final Logger LOG = Logger.getLogger(Chunk.class);

    private final LinesOf<T> kind;
    private final List<Line> lines;
    private final Outcome[] outcomes;

    Chunk(LinesOf<T> kind, List<Line> lines) {
        this.kind = kind;
        this.lines = lines;
        this.outcomes = new Outcome[lines.size()];
    }

    /** Records the lines. A bad one spoils no other. Returns what became of each, in their order. */
    List<Outcome> record(StrictJson json, int maxLine) {
        Map<Integer, T> readable = readable(json, maxLine);
        try {
            recordTogether(readable);
        } catch (RuntimeException e) {
            LOG.debugf(e, "A chunk of %d lines is recorded line by line", readable.size());
            recordOneByOne(readable);
        }
        return Arrays.asList(outcomes);
    }

    /** Ends trying at the first line that finds the service, and not itself, to be at fault. */
    private void recordOneByOne(Map<Integer, T> readable) {
        ProblemException outage = null;
        for (Map.Entry<Integer, T> line : readable.entrySet()) {
            if (outage != null) {
                outcomes[line.getKey()] = new Outcome.Refused(outage);
            } else {
                outage = recordAlone(line.getKey(), line.getValue());
            }
        }
    }

    private Map<Integer, T> readable(StrictJson json, int maxLine) {
        Map<Integer, T> readable = new LinkedHashMap<>();
        for (int place = 0; place < lines.size(); place++) {
            Line line = lines.get(place);
            try {
                if (line.isTooLong()) {
                    throw Problems.tooLarge(maxLine);
                }
                T content = json.bind(line.bytes(), kind.type());
                kind.check(content);
                readable.put(place, content);
            } catch (ProblemException e) {
                outcomes[place] = new Outcome.Refused(e);
            }
        }
        return readable;
    }

    private void recordTogether(Map<Integer, T> readable) {
        if (readable.isEmpty()) {
            return;
        }
        List<Outcome> together =
                QuarkusTransaction.requiringNew().call(() -> kind.record(List.copyOf(readable.values())));
        int next = 0;
        for (int place : readable.keySet()) {
            outcomes[place] = together.get(next++);
        }
    }

    /** Returns why no other line can be recorded now, or null. */
    private ProblemException recordAlone(int place, T line) {
        try {
            recordTogether(Map.of(place, line));
            return null;
        } catch (RuntimeException e) {
            ProblemException problem = Failures.of(e);
            if (problem.type() == ProblemType.INTERNAL) {
                LOG.errorf(e, "Line %d of an import failed", lines.get(place).number());
            }
            outcomes[place] = new Outcome.Refused(problem);
            return problem.type() == ProblemType.UNAVAILABLE ? problem : null;
        }
    }
}
