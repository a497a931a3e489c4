package com.vsoxp.alliance.local;

import java.net.URI;

/** A process of a service beside the first one, on the same database and broker. */
public final class Replica {

    final ServiceProcess process;

    Replica(ServiceProcess process) {
        this.process = process;
    }

    public long pid() {
        return process.handle().pid();
    }

    /** Where it answers. */
    public URI url() {
        return process.url();
    }

    /** SIGKILL: it gets no chance to finish anything. */
    public void kill() {
        process.kill();
    }
}
