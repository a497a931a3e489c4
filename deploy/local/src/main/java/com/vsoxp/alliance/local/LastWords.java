package com.vsoxp.alliance.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds in a service's log why it ended. */
final class LastWords {

    private static final int AT_MOST_BYTES = 256 * 1024;

    /** The innermost cause comes last. */
    private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: [\\w.$]+: (.+)$");

    private static final Pattern ERROR = Pattern.compile("(?m)^.* ERROR +\\[[^]]*] +(.+)$");

    private static final Pattern UNCAUGHT = Pattern.compile("(?m)^Exception in thread \"main\" (.+)$");

    private LastWords() {}

    /** The reason in one line, if the log tells one after the given position. */
    static Optional<String> in(Path log, long from) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(from, file.length() - AT_MOST_BYTES));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8);
            return last(CAUSE, text).or(() -> last(ERROR, text)).or(() -> last(UNCAUGHT, text));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce((earlier, later) -> later).map((MatchResult found) -> found.group(
                        1)
                .strip());
    }
}
