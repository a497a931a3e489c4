package com.vsoxp.alliance.directory.page;

import com.vsoxp.alliance.directory.page.list.DirectoryPage;
import com.vsoxp.alliance.directory.page.partner.PartnerPage;
import com.vsoxp.alliance.directory.page.partner.StoryTeaser;
import com.vsoxp.alliance.directory.page.shell.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages' templates, checked against what they show when the service is built. They escape all that they show. */
@CheckedTemplate(basePath = "page")
final class Templates {

    private Templates() {}

    static native TemplateInstance directory(Shell shell, DirectoryPage page, List<StoryTeaser> stories);

    static native TemplateInstance embed(Shell shell, DirectoryPage page);

    static native TemplateInstance embedproblem(Shell shell, ProblemPage page);

    static native TemplateInstance partner(Shell shell, PartnerPage page);

    static native TemplateInstance problem(Shell shell, ProblemPage page);
}
