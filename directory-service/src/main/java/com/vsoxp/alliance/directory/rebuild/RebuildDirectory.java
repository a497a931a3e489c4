package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.directory.publication.TellAgain;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Phase;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Summary;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.rebuild.RebuildWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import org.jboss.logging.Logger;

/** Builds the directory anew, then tells what is shown otherwise. */
@ApplicationScoped
class RebuildDirectory implements RebuildWork {

    private static final Logger LOG = Logger.getLogger(RebuildDirectory.class);
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
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.errorf(e, "What a rebuild mended could not be told");
            throw new JobEndedException(
                    "Everything is mended, but not all of it could be told at once: the sweep tells the rest. The service's log says what went wrong.");
        }
        return summary;
    }

    @ActivateRequestContext
    void tell() {
        while (tellAgain.tellSome()) {
            // The turn is given back between the batches.
        }
    }
}
