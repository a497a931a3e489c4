package com.vsoxp.alliance.directory.page;

/**
 * What a visitor reads when there is no page to show.
 *
 * @param requestId to name when asking for help; null, where nothing went wrong on our side
 */
public record ProblemPage(String title, String text, String requestId) {}
