package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.platform.groupcommit.GroupCommit;
import com.vsoxp.alliance.platform.groupcommit.GroupCommitSettings;
import com.vsoxp.alliance.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Where reports come in, one by one, to be recorded together. */
@Startup
@ApplicationScoped
public class SaleDesk {

    private final GroupCommit<SaleReport, SaleAnswer> lane;
    private final Duration patience;

    SaleDesk(RecordSales recordSales, SaleDeskConfig config, MeterRegistry metrics) {
        lane = new GroupCommit<>(
                "sale-desk",
                new GroupCommitSettings(config.largestGroup(), config.waitingLimit(), config.gatherFor()),
                recordSales::record);
        patience = config.patience();
        metrics.gauge("alliance.sales.waiting", lane, GroupCommit::waiting);
    }

    /**
     * Records a sale together with whatever others are reported at the moment.
     *
     * @return what became of it, after the commit; fails with 503 when it has waited too long
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 503 when too many wait
     */
    public Uni<SaleAnswer> record(SaleReport report) {
        return Uni.createFrom()
                .completionStage(lane.submit(report))
                .ifNoItem()
                .after(patience)
                .failWith(Problems::unavailable);
    }

    @PreDestroy
    void close() throws InterruptedException {
        lane.close();
    }
}
