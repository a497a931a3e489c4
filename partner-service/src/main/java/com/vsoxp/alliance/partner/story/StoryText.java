package com.vsoxp.alliance.partner.story;

import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.constraint.WebUrl;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a success story says. It is meant for everybody to read. */
@Schema(description = "A customer's success, told for everybody to read: name no person.")
public record StoryText(
        @NotNull @Line @Size(max = 200) @Schema(examples = "Half the tickets, twice the smiles")
        String title,

        @NotNull
        @Line
        @Size(max = 200)
        @Schema(description = "The company that succeeded.", examples = "Contoso Manufacturing")
        String customer,

        @Size(min = 1, max = 1_000) @Schema(examples = "Contoso answers its customers in minutes.")
        String summary,

        @Size(min = 1, max = 20_000) @Schema(examples = "Before the roll-out every ticket took two days.")
        String body,

        @WebUrl @Schema(examples = "https://northwind.example/stories/contoso")
        String url) {}
