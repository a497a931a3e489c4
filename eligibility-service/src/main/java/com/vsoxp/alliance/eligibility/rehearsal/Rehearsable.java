package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.eligibility.catalog.ProgramRow;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.eligibility.program.Program;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The documents that can be rehearsed. */
@ApplicationScoped
public class Rehearsable {

    /**
     * A document as it is at the moment.
     *
     * @param digest SHA-256 of its text as it is stored, in hexadecimal
     */
    public record Document(Program program, String digest) {}

    /** The version of this name. */
    public Optional<Document> document(String version) {
        return ProgramRow.<ProgramRow>findByIdOptional(version)
                .map(row -> new Document(ProgramReader.readYaml(row.document), digest(row.document)));
    }

    /** How a document is told from what it was when it was rehearsed. */
    public static String digest(String document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
