package com.vsoxp.alliance.partner.sale.recording;

import com.vsoxp.alliance.platform.groupcommit.GroupCommit;
import com.vsoxp.alliance.platform.groupcommit.GroupCommitSettings;
import com.vsoxp.alliance.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where reports come in, one by one, to be recorded together. */
@Startup
@ApplicationScoped
public class SaleDesk {

    private final GroupCommit<SaleReport, SaleAnswer> lane;
    private final Duration patience;

    SaleDesk(RecordSales recordSales, SaleDeskConfig config, MeterRegistry metrics) {
        lane = new GroupCommit<>(
                "sale-desk",
                new GroupCommitSettings(config.largestGroup(), config.waitingLimit()),
                recordSales::record);
        patience = config.patience();
        metrics.gauge("alliance.sales.waiting", lane, GroupCommit::waiting);
    }

    /**
     * Records a sale together with whatever others are reported at the moment.
     *
     * @return what became of it, after the commit
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 503 when too many wait, or this one has waited too long
     */
    public SaleAnswer record(SaleReport report) {
        try {
            return lane.submit(report).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Problems.unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable();
        } catch (ExecutionException e) {
            throw new SaleNotRecordedException(e.getCause());
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        lane.close();
    }
}
