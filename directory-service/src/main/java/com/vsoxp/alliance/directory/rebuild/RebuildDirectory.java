package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.directory.publication.TellAgain;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Phase;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Summary;
import com.vsoxp.alliance.platform.rebuild.RebuildWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;

/** Builds the directory anew, then tells what is shown otherwise. */
@ApplicationScoped
class RebuildDirectory implements RebuildWork {

    private static final int BUILT = 95;

    private final BuildAnew buildAnew;
    private final TellAgain tellAgain;

    RebuildDirectory(BuildAnew buildAnew, TellAgain tellAgain) {
        this.buildAnew = buildAnew;
        this.tellAgain = tellAgain;
    }

    @Override
    public Summary run(Connection locked, Progress progress) {
        var summary = buildAnew.build(progress);
        progress.at(Phase.TELLING.name(), BUILT);
        tell();
        return summary;
    }

    @ActivateRequestContext
    void tell() {
        while (tellAgain.tellSome()) {
            // The turn is given back between the batches.
        }
    }
}
