package org.verger.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A file on its way through the pages, in a real browser, while the jobs really run. */
@ResourceLock(DemoForPages.LOCK)
class ImportPagesIT {

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  @TempDir static Path folder;

  private static RunningVerger verger;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    DemoForPages demo = DemoForPages.get();
    verger = demo.verger();
    browser = new Browser(verger.address().toString());
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void aFileIsLookedAtDecidedAboutAppliedAndUndone() throws Exception {
    Path first = file("members.csv", "Ruth,Boaz,ruth.boaz@example.org,4/9/1985");
    try (Page page = operator(Browser.Window.WIDE)) {
      send(page, first);
      assertThat(page.locator(".import-head")).containsText("Ready to be looked at", PATIENTLY);
      page.click("text=Apply 1 row");
      assertThat(page.locator(".import-head")).containsText("Applied", PATIENTLY);
    }
    Path second =
        file(
            "more members.csv",
            "Ruth,Boaz,another@example.org,",
            "Naomi,Mara,naomi.mara@example.org,2/30/1950",
            "Orpah,Moab,orpah@example.org,1990-01-02");
    try (Page page = operator(Browser.Window.NARROW)) {
      send(page, second);
      assertThat(page.locator(".import-head")).containsText("Ready to be looked at", PATIENTLY);
      assertThat(page.locator(".import-tab[aria-current]")).containsText("Likely duplicates");
      lookAt(page, "import", Browser.Window.NARROW);
      page.check("input[name=row-2-0][value=new]");
      page.click("text=Read the file with these answers");
      assertThat(page.locator(".import-tab[aria-current]")).containsText("Rejected", PATIENTLY);
      assertThat(page.locator(".import-reason")).containsText("2/30/1950");
      page.click("text=Apply 2 rows");
      assertThat(page.locator(".import-head")).containsText("Applied", PATIENTLY);
      String rejects =
          Files.readString(
              page.waitForDownload(() -> page.click("text=Rows that are not taken")).path());
      assertThat(rejects).contains("Verger line,Verger reason").contains("naomi.mara@example.org");
      page.click("text=The run that works on it");
      assertThat(page.locator("h1")).containsText("Apply an imported file");
      page.click(".batch-facts a");
      assertThat(page.locator(".import-head")).containsText("Applied");
    }
    try (Page page = operator(Browser.Window.WIDE)) {
      page.navigate("/imports");
      lookAt(page, "imports", Browser.Window.WIDE);
      page.click("text=more members.csv");
      lookAt(page, "import", Browser.Window.WIDE);
      page.click("button:has-text('Undo')");
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator(".import-head").innerText().contains("Undone");
          });
    }
  }

  @Test
  void columnsThatAreNotRecognisedAreChosen() throws Exception {
    Path file = folder.resolve("odd.csv");
    Files.writeString(file, "When,How much,What\n2026-11-01,20.00,General\n");
    try (Page page = operator(Browser.Window.WIDE)) {
      page.navigate("/imports/new?kind=contributions");
      page.setInputFiles("#file", file);
      page.click("text=Read the file");
      assertThat(page.locator(".import-head")).containsText("Needs you", PATIENTLY);
      page.selectOption("#column-0", "givenOn");
      page.selectOption("#column-1", "amount");
      page.selectOption("#column-2", "fund");
      lookAt(page, "import-columns", Browser.Window.WIDE);
      page.click("text=Read the file with these columns");
      assertThat(page.locator(".import-head")).containsText("Ready to be looked at", PATIENTLY);
      assertThat(page.locator(".import-rows")).containsText("20.00 USD");
    }
  }

  @Test
  void aFormWithoutAFileSaysSoBesideTheField() {
    try (Page page = operator(Browser.Window.NARROW)) {
      page.navigate("/imports/new");
      page.click("text=Read the file");
      assertThat(page.locator("#file-problem")).containsText("Choose a file");
      lookAt(page, "import-new", Browser.Window.NARROW);
    }
  }

  private static Path file(String name, String... rows) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(
        file, "First Name,Last Name,Email,Birthdate\n" + String.join("\n", rows) + "\n");
    return file;
  }

  private static void send(Page page, Path file) {
    page.navigate("/imports/new?kind=people");
    page.setInputFiles("#file", file);
    page.click("text=Read the file");
  }

  private static Page operator(Browser.Window window) {
    return browser.open(window, "operator@olamchurch.example", "verger-demo");
  }

  private static void lookAt(Page page, String name, Browser.Window window) {
    assertThat(Browser.overflow(page)).isZero();
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, name, window);
  }
}
