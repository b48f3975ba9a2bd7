package org.verger.pages;

import java.util.List;

/** Whom the sign-in page offers to sign in as; there is none outside a demo. */
public interface SignInSuggestions {

  /** The accounts, as the page lists them. */
  List<SignInSuggestion> all();
}
