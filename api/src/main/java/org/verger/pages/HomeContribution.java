package org.verger.pages;

import java.util.List;

/** What a feature shows on the home page of whoever is signed in; each is a bean. */
public interface HomeContribution {

  /** Its numbers. */
  List<HomeTile> tiles();

  /** Its lists. */
  List<HomeList> lists();
}
