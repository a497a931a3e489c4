package com.vsoxp.alliance.eligibility.catalog.draft;

import com.vsoxp.alliance.eligibility.catalog.ProgramRow;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;

/** Gives a draft up. */
@UseCase
public class DeleteDraft {

    /**
     * Deletes it.
     *
     * @param mayDelete throws unless the caller may delete this draft
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if the version is published, 404 if there is none
     */
    @Transactional
    public void delete(String version, Consumer<Program> mayDelete) {
        ProgramRow.mustNotBePublished(version);
        DraftRow draft = DraftRow.locked(version).orElseThrow(() -> Problems.notFound("program", version));
        mayDelete.accept(draft.program());
        draft.delete();
    }
}
