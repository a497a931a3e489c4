package com.vsoxp.alliance.eligibility.catalog;

import com.vsoxp.alliance.eligibility.document.ProgramPage;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.http.ETags;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The forms in which a program is told. */
public enum Representation {
    JSON(MediaType.APPLICATION_JSON),
    YAML(Representation.YAML_TYPE),
    HTML(Representation.HTML_TYPE);

    /** The media type of YAML (RFC 9512). */
    public static final String YAML_TYPE = "application/yaml";

    /** The media type of pages. */
    public static final String HTML_TYPE = "text/html;charset=UTF-8";

    private final MediaType type;

    Representation(String type) {
        this.type = MediaType.valueOf(type);
    }

    public MediaType type() {
        return type;
    }

    /** The one of these that the caller likes best; JSON if it does not say. */
    public static Representation wantedBy(Request request, Representation... offered) {
        Variant[] variants = Stream.of(offered)
                .map(one -> new Variant(one.type, (String) null, null))
                .toArray(Variant[]::new);
        Variant selected = request.selectVariant(List.of(variants));
        return Stream.of(offered)
                .filter(one -> selected != null && one.type.isCompatible(selected.getMediaType()))
                .findFirst()
                .orElse(JSON);
    }

    /** The program in this form. */
    public byte[] of(Program program, Status status) {
        String text =
                switch (this) {
                    case JSON -> ProgramText.json(program, status);
                    case YAML -> ProgramText.yaml(program, status);
                    case HTML -> ProgramPage.of(program, status);
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The entity tags of a program, one for each form: whichever a caller has read, it has read this program. */
    public static List<String> etagsOf(Program program, Status status) {
        return Stream.of(values())
                .map(form -> ETags.ofContent(form.of(program, status)))
                .toList();
    }
}
