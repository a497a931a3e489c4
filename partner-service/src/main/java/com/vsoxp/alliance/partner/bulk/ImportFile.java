package com.vsoxp.alliance.partner.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Reads a file of any length and tells of each line what became of it, while the file is still being read. Memory holds a
 * chunk of lines at a time.
 */
@ApplicationScoped
class ImportFile {

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final StrictJson json;
    private final ObjectWriter results;
    private final ImportConfig config;
    private final Semaphore free;

    ImportFile(StrictJson json, ObjectMapper mapper, ImportConfig config) {
        this.json = json;
        this.results = mapper.writerFor(LineResult.class);
        this.config = config;
        this.free = new Semaphore(config.atOnce());
    }

    /**
     * Imports a file. If the sender hangs up, every line is recorded wholly or not at all.
     *
     * @param path where the file was sent to
     * @return whether the file was read to its end; what came after the last line that a result was given for was not
     *     looked at
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 429 if too many imports are running
     * @throws IOException if the sender has hung up
     */
    <T> boolean run(LinesOf<T> kind, InputStream file, OutputStream answer, String path, String requestId)
            throws IOException {
        if (!free.tryAcquire()) {
            throw Problems.tooManyRequests(COME_BACK);
        }
        try (ResultSpool told = new ResultSpool(answer, config.maxBehind().asLongValue(), config.timeLimit())) {
            boolean whole = new Run<>(kind, file, told, path, requestId).toTheEnd();
            told.finish();
            return whole;
        } finally {
            free.release();
        }
    }

    private final class Run<T> {

        private final LinesOf<T> kind;
        private final LineReader lines;
        private final ResultSpool told;
        private final String path;
        private final String requestId;
        private final long started = System.nanoTime();
        private boolean ended;
        private IOException brokenOff;

        private Run(LinesOf<T> kind, InputStream file, ResultSpool told, String path, String requestId) {
            this.kind = kind;
            this.lines = new LineReader(file, maxLine());
            this.told = told;
            this.path = path;
            this.requestId = requestId;
        }

        private boolean toTheEnd() throws IOException {
            while (!ended) {
                List<Line> chunk = nextLines();
                List<Outcome> outcomes =
                        isOverdue() ? refused(chunk) : new Chunk<>(kind, chunk).record(json, maxLine());
                if (brokenOff != null) {
                    throw brokenOff;
                }
                tell(chunk, outcomes);
                if (outcomes.stream().anyMatch(Run::isOutOfService)) {
                    return false;
                }
            }
            return true;
        }

        /** As many lines as are there already; waits only for the first of them, and for what makes the last one whole. */
        private List<Line> nextLines() {
            List<Line> chunk = new ArrayList<>();
            long bytes = 0;
            try {
                do {
                    Optional<Line> line = lines.next();
                    ended = line.isEmpty();
                    line.ifPresent(chunk::add);
                    bytes +=
                            line.map(Line::bytes).map(content -> content.length).orElse(0);
                } while (!ended
                        && chunk.size() < config.linesAtOnce()
                        && bytes < config.bytesAtOnce().asLongValue()
                        && lines.hasMore());
            } catch (IOException e) {
                brokenOff = e;
            }
            return chunk;
        }

        private void tell(List<Line> chunk, List<Outcome> outcomes) throws IOException {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int place = 0; place < chunk.size(); place++) {
                LineResult result = LineResult.of(chunk.get(place), outcomes.get(place), path, requestId);
                lines.write(results.writeValueAsBytes(result));
                lines.write('\n');
            }
            told.write(lines.toByteArray());
        }

        private boolean isOverdue() {
            return System.nanoTime() - started > config.timeLimit().toNanos();
        }

        private static List<Outcome> refused(List<Line> chunk) {
            return chunk.stream()
                    .<Outcome>map(_ -> new Outcome.Refused(Problems.unavailable()))
                    .toList();
        }

        private static boolean isOutOfService(Outcome outcome) {
            return outcome instanceof Outcome.Refused refused
                    && refused.problem().type() == ProblemType.UNAVAILABLE;
        }
    }

    private int maxLine() {
        return Math.toIntExact(config.maxLine().asLongValue());
    }
}
