package org.verger.pages;

/**
 * An account that the sign-in page of a demo offers.
 *
 * @param role what the account is, as people read it
 * @param does what one can see with it, in a few words
 */
public record SignInSuggestion(String role, String does, String email, String password) {}
