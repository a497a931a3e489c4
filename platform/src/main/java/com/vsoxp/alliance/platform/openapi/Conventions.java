package com.vsoxp.alliance.platform.openapi;

import com.vsoxp.alliance.platform.problem.Problem;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The parts of an API description that all operations share: written once in {@code openapi/conventions.yaml}. */
final class Conventions {

    private static final String FILE = "/openapi/conventions.yaml";

    private Conventions() {}

    /** All shared parts. */
    static Components components() {
        return SmallRyeOpenAPI.builder()
                .withCustomStaticFile(() -> Conventions.class.getResourceAsStream(FILE))
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false)
                .build()
                .model()
                .getComponents();
    }

    static APIResponse response(String name) {
        return OASFactory.createAPIResponse().ref(name);
    }

    /** The body of every problem. */
    static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    static Header header(String name) {
        return OASFactory.createHeader().ref(name);
    }

    static Parameter parameter(String name) {
        return OASFactory.createParameter().ref(name);
    }
}
