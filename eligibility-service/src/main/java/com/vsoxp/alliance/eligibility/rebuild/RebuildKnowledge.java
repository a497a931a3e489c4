package com.vsoxp.alliance.eligibility.rebuild;

import com.vsoxp.alliance.eligibility.rebuild.RebuildView.Summary;
import com.vsoxp.alliance.eligibility.rebuild.replay.Replay;
import com.vsoxp.alliance.platform.rebuild.RebuildWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Builds all that is known of partners anew. */
@ApplicationScoped
class RebuildKnowledge implements RebuildWork {

    private final Replay replay;

    RebuildKnowledge(Replay replay) {
        this.replay = replay;
    }

    @Override
    public Summary run(Connection locked, Progress progress) throws SQLException {
        return RebuildView.summary(replay.run(locked, progress));
    }
}
