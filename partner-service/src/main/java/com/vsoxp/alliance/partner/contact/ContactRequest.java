package com.vsoxp.alliance.partner.contact;

import com.vsoxp.alliance.partner.constraint.EmailAddress;
import com.vsoxp.alliance.partner.constraint.Line;
import com.vsoxp.alliance.partner.constraint.PhoneNumber;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** A person whom a partner lets act for it. */
@Schema(description = "A person whom a partner lets act for it.")
public record ContactRequest(
        @NotNull @Line @Size(max = 200) @Schema(examples = "Kim Ito")
        String name,

        @NotNull @EmailAddress @Schema(examples = "kim@northwind.example")
        String email,

        @PhoneNumber @Schema(examples = "+49 89 7654321") String phone,

        @NotEmpty @UniqueElements @Schema(description = "What the person may do.", examples = "[\"SUPPORT\"]")
        List<ContactScope> scopes) {}
