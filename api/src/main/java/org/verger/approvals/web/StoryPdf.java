package org.verger.approvals.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.approvals.RequestDetails;
import org.verger.deployment.RunsInRole;
import org.verger.pages.Format;
import org.verger.pages.Layout;
import org.verger.pages.PdfPaper;

/** A request and its story, to print or to put in a file. */
@Component
@RunsInRole(RunsInRole.API)
class StoryPdf {

  private static final float LARGE = 18;
  private static final float MIDDLE = 13;
  private static final float NORMAL = 10.5f;
  private static final float SMALL = 9;

  private final Words words;
  private final Format format;
  private final Layout layout;

  StoryPdf(Words words, Format format, Layout layout) {
    this.words = words;
    this.format = format;
    this.layout = layout;
  }

  /** The document. */
  byte[] write(RequestDetails.View view, List<StoryLine> story) {
    try (PdfPaper paper = new PdfPaper(view.request().title())) {
      paper.write(view.request().title(), LARGE, 0, 0);
      paper.write(asked(view), SMALL, 0, 4);
      facts(paper, view);
      steps(paper, view);
      story(paper, story);
      return paper.bytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String asked(RequestDetails.View view) {
    return "%s. %s asked for it on %s, %s; request %s. Printed on %s."
        .formatted(
            words.status(view.status()),
            view.requester(),
            format.dated(view.request().submittedAt()),
            layout.church(),
            view.request().id(),
            format.dated(layout.now()));
  }

  private static void facts(PdfPaper paper, RequestDetails.View view) throws IOException {
    paper.write("What it is about", MIDDLE, 0, 16);
    paper.write("At: " + view.unit(), NORMAL, 0, 4);
    for (var fact : view.facts()) {
      paper.write(fact.label() + ": " + fact.value(), NORMAL, 0, 2);
    }
    for (var file : view.attachments()) {
      paper.write("File: " + file.name(), NORMAL, 0, 2);
    }
  }

  private void steps(PdfPaper paper, RequestDetails.View view) throws IOException {
    paper.write("Who decides", MIDDLE, 0, 16);
    for (RequestDetails.StepView step : view.steps()) {
      Instant since = words.since(step);
      paper.write(
          "%s: %s%s"
              .formatted(
                  words.role(step.role()),
                  words.standing(step),
                  since == null ? "" : ", " + format.dated(since)),
          NORMAL,
          0,
          4);
    }
  }

  private void story(PdfPaper paper, List<StoryLine> story) throws IOException {
    paper.write("What happened", MIDDLE, 0, 16);
    for (StoryLine line : story) {
      paper.write(format.dated(line.at()), SMALL, 0, 7);
      paper.write(line.whole(), NORMAL, 0, 1);
    }
  }
}
