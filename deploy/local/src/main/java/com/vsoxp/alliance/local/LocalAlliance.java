package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.flow.FactFlow;
import com.vsoxp.alliance.local.infrastructure.Infrastructure;
import com.vsoxp.alliance.local.infrastructure.Ports;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import com.vsoxp.alliance.local.key.LocalKeys;
import com.vsoxp.alliance.local.key.TokenMint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The whole alliance running on this machine: PostgreSQL, Kafka and the four services, each a process that can be stopped,
 * killed and started again. Closing it stops everything; its data stays in the state folder.
 */
public final class LocalAlliance implements AutoCloseable {

    private final StateLock lock;
    private final RunRecord record;
    private final ServiceLauncher launcher;
    private final Map<AllianceService, ServiceProcess> services = new ConcurrentHashMap<>();
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private final Readiness readiness = new Readiness();

    private LocalAlliance(StateLock lock, RunRecord record, ServiceLauncher launcher) {
        this.lock = lock;
        this.record = record;
        this.launcher = launcher;
    }

    /**
     * Starts everything and returns when all its services are ready. What an earlier launcher left running in the same state
     * folder, because it was killed, is ended first.
     *
     * @throws Refusal in one line if that cannot be, or if this thread is interrupted; then nothing is left running
     */
    public static LocalAlliance start(LocalSettings settings) {
        requireBuilt(settings);
        StateLock lock = StateLock.take(settings.state());
        try {
            if (LeftOvers.end(settings.state())) {
                settings.progress().accept("Ended what a killed launcher had left running");
            }
            var record = RunRecord.blank(settings.state());
            var alliance = new LocalAlliance(lock, record, startInfrastructure(settings, record));
            alliance.startServices();
            return alliance;
        } catch (RuntimeException e) {
            LeftOvers.end(settings.state());
            lock.close();
            throw e;
        }
    }

    private static ServiceLauncher startInfrastructure(LocalSettings settings, RunRecord record) {
        var ports = new EnumMap<AllianceService, Integer>(AllianceService.class);
        settings.servicePorts()
                .forEach((service, port) -> ports.put(service, Ports.resolve(port, service.serviceName())));
        record.add(RunRecord.LAUNCHER, ProcessHandle.current());
        settings.progress().accept("PostgreSQL and Kafka are starting");
        var infrastructure = Infrastructure.start(
                settings.data(), settings.postgresPort(), settings.kafkaPort(), settings.durability());
        int postgresPort = infrastructure.postgres().port();
        int kafkaPort = infrastructure.kafka().port();
        record.port("postgres", postgresPort);
        record.port("kafka", kafkaPort);
        settings.progress().accept("PostgreSQL answers on port " + postgresPort + ", Kafka on port " + kafkaPort);
        var clock = TravellingClock.in(settings.state());
        return new ServiceLauncher(settings, ports, infrastructure, new LocalKeys(settings.state()), clock);
    }

    public Infrastructure infrastructure() {
        return launcher.infrastructure();
    }

    /** Where a service answers, such as {@code http://localhost:8081}. */
    public URI url(AllianceService service) {
        return launcher.url(service);
    }

    public TokenMint tokens() {
        return new TokenMint(launcher.keys(), Clock.systemUTC());
    }

    public LocalKeys keys() {
        return launcher.keys();
    }

    public TravellingClock clock() {
        return launcher.clock();
    }

    /** The way of facts through it; the caller closes it. */
    public FactFlow flow() {
        return new FactFlow(
                infrastructure().kafka().bootstrapServers(),
                service -> infrastructure().postgres().jdbcUrl(service.database()));
    }

    public Path log(AllianceService service) {
        return launcher.log(service);
    }

    public long pid(AllianceService service) {
        return services.get(service).handle().pid();
    }

    /** Completes with one line for a person when a service or the database ends though nobody here ended it. */
    public CompletableFuture<String> death() {
        return death;
    }

    /** Asks a service to end and waits for it. */
    public void stop(AllianceService service) {
        services.get(service).stop();
    }

    /** SIGKILL: the service gets no chance to finish anything. */
    public void kill(AllianceService service) {
        services.get(service).kill();
    }

    /** Starts a service that was stopped or killed, on the same port and data, and waits until it is ready. */
    public void restart(AllianceService service) {
        launch(service);
        services.get(service).awaitReady(readiness);
    }

    /** Starts one more of a service that runs, on a free port, and waits until it is ready; it ends with the alliance. */
    public Replica replicate(AllianceService service) {
        String name = service.serviceName() + "-" + (replicas.size() + 2);
        int port = Ports.resolve(0, name);
        var replica = new Replica(launcher.launchReplica(service, name, port));
        replicas.add(replica);
        record.add(name, replica.process.handle());
        replica.process.died().thenAccept(death::complete);
        replica.process.awaitReady(readiness);
        return replica;
    }

    @Override
    public void close() {
        try (lock;
                var _ = infrastructure();
                readiness) {
            Stream.concat(services.values().stream(), replicas.stream().map(replica -> replica.process))
                    .parallel()
                    .forEach(ServiceProcess::stop);
        }
        record.erase();
    }

    private void startServices() {
        try {
            var databases = CompletableFuture.runAsync(
                    () -> new Databases(infrastructure().postgres()).prepare());
            Topics.prepare(infrastructure().kafka().bootstrapServers());
            databases.get();
            Files.createDirectories(launcher.settings().logs());
            launcher.settings().progress().accept("The services are starting");
            for (AllianceService service : launcher.ports().keySet()) {
                launch(service);
            }
            awaitAllReady();
            infrastructure().postgres().died().thenRun(() -> death.complete("PostgreSQL ended."));
            record.ready();
        } catch (InterruptedException e) {
            close();
            throw new Refusal("The start was broken off.", e);
        } catch (IOException | ExecutionException | RuntimeException e) {
            close();
            throw refusal(e);
        }
    }

    /** Ends early when any of them dies: the others would only be waited for in vain. */
    private void awaitAllReady() throws InterruptedException, ExecutionException {
        var allReady = CompletableFuture.allOf(launcher.ports().keySet().stream()
                .map(service -> CompletableFuture.runAsync(() -> awaitReady(service), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(allReady, death.thenAccept(line -> {
                    throw new Refusal(line);
                }))
                .get();
    }

    private void awaitReady(AllianceService service) {
        services.get(service).awaitReady(readiness);
        launcher.settings().progress().accept(service.serviceName() + " is ready on " + url(service));
    }

    private void launch(AllianceService service) {
        var process = launcher.launch(service);
        services.put(service, process);
        record.add(service.serviceName(), process.handle());
        record.port(service.serviceName(), url(service).getPort());
        process.died().thenAccept(death::complete);
    }

    private static void requireBuilt(LocalSettings settings) {
        for (AllianceService service : settings.servicePorts().keySet()) {
            if (!Files.exists(service.runnableJar(settings.root()))) {
                throw new Refusal(service.serviceName() + " is not built: run ./mvnw -DskipTests package");
            }
        }
    }

    private static RuntimeException refusal(Exception e) {
        Throwable reason = e instanceof ExecutionException ? e.getCause() : e;
        return reason instanceof RuntimeException unchecked ? unchecked : new Refusal(reason.getMessage(), reason);
    }
}
