package com.vsoxp.alliance.eligibility.rebuild.version;

import com.vsoxp.alliance.eligibility.catalog.ProgramRow;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts versions back that were published and told, and are missing. What stands is never touched: a published version does not
 * change, be it on the word of the topic.
 */
@UseCase
public class RestoreVersions {

    private static final String RESTORE = """
            insert into program (version, effective_from, published_at, rehearsal_id, document)
            values (?, ?, ?, ?, ?) on conflict do nothing""";

    /** A backup may hold the draft that it was before it was published. */
    private static final String DROP_DRAFT = "delete from program_draft where version = ?";

    private record Dated(Program program, Instant publishedAt) {}

    /**
     * All versions: those that stand, and those that were told and are missing.
     *
     * @throws JobEndedException if one stands that was told otherwise
     */
    public Succession succession(ToldVersions told) {
        List<Dated> all = new ArrayList<>();
        for (ProgramRow row : ProgramRow.<ProgramRow>listAll()) {
            Program program = ProgramReader.readKept(row.document);
            told.of(row.version).ifPresent(word -> mustBeTheSame(program, word.program()));
            all.add(new Dated(program, row.publishedAt));
        }
        Set<String> standing =
                all.stream().map(version -> version.program.version()).collect(Collectors.toSet());
        told.all().stream()
                .filter(word -> !standing.contains(word.version()))
                .forEach(word -> all.add(new Dated(word.program(), word.publishedAt())));
        return new Succession(all.stream()
                .sorted(Comparator.comparing((Dated version) -> version.program.effectiveFrom())
                        .thenComparing(Dated::publishedAt))
                .map(Dated::program)
                .toList());
    }

    /**
     * Puts back those that are missing, in the connection's transaction.
     *
     * @return how many were missing
     */
    public int restore(Connection connection, ToldVersions told) throws SQLException {
        int restored = 0;
        try (PreparedStatement restore = connection.prepareStatement(RESTORE);
                PreparedStatement drop = connection.prepareStatement(DROP_DRAFT)) {
            for (ToldVersion word : told.all()) {
                restore.setString(1, word.version());
                restore.setObject(2, word.program().effectiveFrom());
                restore.setObject(3, word.publishedAt().atOffset(ZoneOffset.UTC));
                restore.setObject(4, word.rehearsalId());
                restore.setString(5, ProgramText.json(word.program(), null));
                if (restore.executeUpdate() == 1) {
                    restored++;
                    drop.setString(1, word.version());
                    drop.executeUpdate();
                }
            }
        }
        return restored;
    }

    private static void mustBeTheSame(Program stands, Program told) {
        if (!stands.equals(told)) {
            throw new JobEndedException(
                    "Version " + stands.version() + " of the program stands otherwise than it was told"
                            + " last. A published version never changes, so that a person has to see which of them is right.");
        }
    }
}
