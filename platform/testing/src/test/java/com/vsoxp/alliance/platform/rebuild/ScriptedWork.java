package com.vsoxp.alliance.platform.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Does what a test wants of it. */
@ApplicationScoped
class ScriptedWork implements RebuildWork {

    /** What a rebuild of a test comes to. */
    record Summary(long events) {}

    private volatile RebuildWork script;

    void willDo(RebuildWork next) {
        script = next;
    }

    @Override
    public Object run(Connection locked, Progress progress) throws SQLException {
        return script.run(locked, progress);
    }
}
