package com.vsoxp.alliance.local.command;

import com.vsoxp.alliance.local.LeftOvers;
import com.vsoxp.alliance.local.RunRecord;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code deploy/local/down}: ends the launcher, which ends everything; or what a killed launcher left behind. */
final class Down {

    private static final int SECONDS_TO_STOP = 90;

    private Down() {}

    public static void main(String[] args) {
        try {
            System.out.println(stop() ? "The alliance is down; its data is kept." : "Nothing is running.");
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private static boolean stop() {
        Optional<ProcessHandle> launcher = RunRecord.read(Place.state()).flatMap(run -> run.alive(RunRecord.LAUNCHER));
        launcher.ifPresent(Down::stop);
        return LeftOvers.end(Place.state()) || launcher.isPresent();
    }

    private static void stop(ProcessHandle launcher) {
        launcher.destroy();
        try {
            launcher.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal("Process " + launcher.pid() + " does not end: end it by hand and call down again.", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new Refusal("Interrupted while process " + launcher.pid() + " was ending.", e);
        }
    }
}
