package com.vsoxp.alliance.local.rebuild;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Which services know nothing but what the topics say, and can build all of it anew from them when asked. */
final class Rebuildable {

    private static final List<AllianceService> ALL = List.of(AllianceService.ELIGIBILITY, AllianceService.DIRECTORY);

    private Rebuildable() {}

    /**
     * The service of this name, with or without {@code -service}.
     *
     * @throws Refusal if there is none of this name that can be built anew; says which can
     */
    static AllianceService named(String name) {
        return ALL.stream()
                .filter(service -> service.serviceName().equals(name)
                        || service.serviceName().equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new Refusal("'%s' cannot be built anew by this command, but %s can."
                        .formatted(
                                name,
                                ALL.stream().map(AllianceService::serviceName).collect(Collectors.joining(" and ")))));
    }
}
