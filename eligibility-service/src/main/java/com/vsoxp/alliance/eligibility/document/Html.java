package com.vsoxp.alliance.eligibility.document;

/** The frame of the pages that people read. */
public final class Html {

    private static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
            caption { font-weight: 600; padding: .5rem 0; text-align: left }
            th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top }
            """;

    private Html() {}

    /**
     * A whole page.
     *
     * @param title as text
     * @param content as HTML
     */
    public static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>%2$s</style></head>
                <body><main>
                <h1>%1$s</h1>
                %3$s
                </main></body>
                </html>
                """.formatted(escape(title), STYLE, content);
    }

    /** Text as HTML shows it. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
