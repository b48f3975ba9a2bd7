package org.verger.endtoend;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine; collects what its pages complain about. */
final class Browser implements AutoCloseable {

  /** A window on a desk and one in a hand. */
  enum Window {
    WIDE(1280, 800),
    NARROW(390, 844);

    private final int width;
    private final int height;

    Window(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  // Maven's name for the folder that was checked out; without it we stand in the module.
  private static final Path ROOT = Path.of(System.getProperty("verger.test.root", ".."));
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String address;
  private final List<String> complaints = new ArrayList<>();

  Browser(String address) {
    this.address = address;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(QUIET));
  }

  private static Path executable() {
    return Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
  }

  /** An empty window; the caller closes its context. */
  Page open(Window window) {
    BrowserContext context =
        chromium.newContext(
            new NewContextOptions()
                .setBaseURL(address)
                .setLocale("en-US")
                .setViewportSize(window.width, window.height));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  /** As {@link #open}, signed in. */
  Page open(Window window, String email, String password) {
    Page page = open(window);
    page.navigate("/sign-in");
    page.fill("#email", email);
    page.fill("#password", password);
    page.click("form.card button[type=submit]");
    page.waitForURL("**/");
    return page;
  }

  /** Scripts and styles that were refused, errors of ours, answers that failed. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Keeps a picture of the whole page for the documentation. */
  static void picture(Page page, String name, Window window) {
    // What sticks to the lower edge of a phone would stand in the middle of a long picture.
    page.evaluate(
        """
        () => {
          const nav = document.querySelector('.nav');
          if (nav && getComputedStyle(nav).position === 'fixed') {
            nav.style.position = 'static';
            document.body.style.paddingBottom = 0;
            document.body.append(nav);
          }
        }\
        """);
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                ROOT.resolve("docs/screens")
                    .resolve(
                        name + "-" + window.name().toLowerCase(java.util.Locale.ROOT) + ".png")));
  }

  /** How many pixels are out of sight at the right. */
  static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  /** What the accessibility rules of axe find wrong, as rule and element. */
  @SuppressWarnings("unchecked")
  static List<String> barriers(Page page) {
    page.evaluate("source => new Function(source)()", axe());
    return (List<String>)
        page.evaluate(
            "async () => (await axe.run()).violations"
                + ".flatMap(v => v.nodes.map(n => v.id + ' ' + n.html))");
  }

  private static String axe() {
    try {
      return Files.readString(ROOT.resolve("api/frontend/node_modules/axe-core/axe.min.js"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
