package com.vsoxp.alliance.directory.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.directory.publication.TellAgain;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Summary;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.rebuild.RebuildWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RebuildDirectoryTest {

    private static final Summary MENDED = new Summary(7, 1, 2);

    private final ArrayList<String> phases = new ArrayList<>();

    @Test
    void whatWasMendedIsToldUntilNothingIsLeftToTell() {
        var turns = new ArrayList<>(List.of(true, true, false));

        assertThat(rebuild(turns::removeFirst)).isEqualTo(MENDED);
        assertThat(turns).isEmpty();
        assertThat(phases).containsExactly("TELLING 95");
    }

    @Test
    void whoCannotTellSaysThatAllIsMendedAllTheSame() {
        assertThatThrownBy(() -> rebuild(() -> {
                    throw new IllegalStateException("select secret");
                }))
                .isInstanceOf(JobEndedException.class)
                .hasMessageStartingWith("Everything is mended")
                .hasMessageNotContaining("secret");
    }

    private Summary rebuild(BooleanSupplier telling) {
        var builds = new BuildAnew() {
            @Override
            Summary build(RebuildWork.Progress progress) {
                return MENDED;
            }
        };
        var tells = new TellAgain() {
            @Override
            public boolean tellSome() {
                return telling.getAsBoolean();
            }
        };
        return new RebuildDirectory(builds, tells).run(null, (phase, percent) -> phases.add(phase + " " + percent));
    }
}
