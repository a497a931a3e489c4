package com.vsoxp.alliance.local.demo;

import static com.vsoxp.alliance.local.AllianceService.PARTNER;

import com.vsoxp.alliance.local.TravellingClock;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.demo.plot.CastMember;
import com.vsoxp.alliance.local.demo.plot.Plot;
import com.vsoxp.alliance.local.demo.plot.Scene;
import com.vsoxp.alliance.local.demo.plot.Year;
import com.vsoxp.alliance.local.flow.FactFlow;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;

/**
 * Plays the year that ends today: all services travel back by it and come forward month by month. What happens is the same each
 * time. A service may be killed at any moment, if it comes back within the client's patience.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AllianceClient client;
    private final FactFlow flow;
    private final TravellingClock clock;
    private final Consumer<String> progress;

    /**
     * @param client calls as a program manager
     * @param progress is told in one line what happens
     */
    public Demo(AllianceClient client, FactFlow flow, TravellingClock clock, Consumer<String> progress) {
        this.client = client;
        this.flow = flow;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Plays all of it and returns when every view has come to its final state. The clock is at home again, however it ends.
     *
     * @param today the last day of the year, in UTC
     * @throws Refusal if it was played before, then nothing is changed; or if an intake could not take something
     */
    public void play(LocalDate today) {
        List<CastMember> cast = CastMember.all();
        refuseToPlayTwice(cast.getFirst());
        long deadLettersBefore = flow.deadLetters();
        var year = new Year(today);
        List<Part> parts = cast.stream()
                .map(member -> new Part(new Stage(client, member), Plot.of(member, year)))
                .toList();
        try {
            for (int month = 0; month <= Year.MONTHS; month++) {
                int now = month;
                goTo(year, month);
                int played = parts.stream().mapToInt(part -> part.play(now)).sum();
                flow.awaitDrained(PATIENCE);
                progress.accept(year.after(month) + "  " + played + " things happened");
            }
        } finally {
            clock.comeHome();
        }
        refuseDeadLetters(flow.deadLetters() - deadLettersBefore);
    }

    /** What became due by the passing of time alone has had its effect on return. */
    private void goTo(Year year, int month) {
        clock.travel(Period.ofDays(-year.daysBeforeEnd(month)));
        flow.awaitTimePassed(year.after(month), PATIENCE);
    }

    /** One partner and what happens to it. */
    private record Part(Stage stage, List<Scene> scenes) {

        int play(int month) {
            List<Scene> now =
                    scenes.stream().filter(scene -> scene.month() == month).toList();
            now.forEach(scene -> stage.play(scene.act()));
            return now.size();
        }
    }

    private void refuseToPlayTwice(CastMember first) {
        if (client.get(PARTNER, Stage.externalPath(first)).status() != 404) {
            throw new Refusal(
                    "The demonstration was played here before, at least in part: it begins anew on empty databases, "
                            + "after deploy/local/down and deploy/local/up --fresh.");
        }
    }

    private static void refuseDeadLetters(long deadLetters) {
        if (deadLetters > 0) {
            throw new Refusal(deadLetters + " records could not be taken: see deploy/local/dead-letters");
        }
    }
}
