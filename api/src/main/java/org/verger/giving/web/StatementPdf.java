package org.verger.giving.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.giving.Statement;
import org.verger.pages.Format;
import org.verger.pages.Layout;
import org.verger.pages.PdfPaper;
import org.verger.pages.PdfPaper.Cell;

/** A statement to print and send. */
@Component
@RunsInRole(RunsInRole.API)
class StatementPdf {

  private static final float LARGE = 18;
  private static final float MIDDLE = 13;
  private static final float NORMAL = 10.5f;
  private static final float SMALL = 9;

  private final Format format;
  private final Layout layout;

  StatementPdf(Format format, Layout layout) {
    this.format = format;
    this.layout = layout;
  }

  /** The answer that hands it over as a file. */
  ResponseEntity<byte[]> answer(Statement statement) {
    String version = statement.version() == 1 ? "" : "-v" + statement.version();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("statement-" + statement.title() + version + ".pdf")
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(write(statement));
  }

  /** The document. */
  byte[] write(Statement statement) {
    try (PdfPaper paper = new PdfPaper("Statement " + statement.title())) {
      head(paper, statement);
      gifts(paper, statement);
      sums(paper, statement);
      return paper.bytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void head(PdfPaper paper, Statement statement) throws IOException {
    paper.write(layout.church(), MIDDLE, 0, 0);
    paper.write(statement.name(), NORMAL, 0, 22);
    for (String line : statement.address().lines()) {
      paper.write(line, NORMAL, 0, 1);
    }
    paper.write("What you gave in " + statement.year(), LARGE, 0, 26);
    paper.write(
        "Statement %s of %s%s"
            .formatted(statement.title(), format.date(statement.madeAt()), standing(statement)),
        SMALL,
        0,
        4);
  }

  private static String standing(Statement statement) {
    String replaces =
        statement.version() == 1
            ? "."
            : ", version %d. It replaces version %d of this statement."
                .formatted(statement.version(), statement.version() - 1);
    return statement.replaced()
        ? replaces + " It was itself replaced by version " + statement.latest() + "."
        : replaces;
  }

  private void gifts(PdfPaper paper, Statement statement) throws IOException {
    if (statement.lines().isEmpty()) {
      paper.write("There is no gift of yours in this year.", NORMAL, 0, 16);
      return;
    }
    row(paper, SMALL, 16, "Date", "Fund", "How", "Amount");
    for (Statement.Line line : statement.lines()) {
      row(
          paper,
          NORMAL,
          3,
          format.on(line.givenOn()),
          line.purpose(),
          line.method().words(),
          line.amount().text());
    }
  }

  private static void row(
      PdfPaper paper, float size, float gap, String day, String fund, String how, String amount)
      throws IOException {
    paper.row(
        List.of(
            Cell.from(0, 0.2f, day),
            Cell.from(0.2f, 0.38f, fund),
            Cell.from(0.6f, 0.15f, how),
            Cell.to(1, 0.3f, amount)),
        size,
        gap);
  }

  private static void sums(PdfPaper paper, Statement statement) throws IOException {
    if (statement.lines().isEmpty()) {
      return;
    }
    paper.write("By fund", MIDDLE, 0, 20);
    for (Statement.Sum sum : statement.byFund()) {
      paper.row(
          List.of(Cell.from(0, 0.65f, sum.name()), Cell.to(1, 0.3f, sum.amount().text())),
          NORMAL,
          3);
    }
    for (Statement.Sum sum : statement.totals()) {
      paper.row(
          List.of(Cell.from(0, 0.5f, "In all"), Cell.to(1, 0.4f, sum.amount().text())), MIDDLE, 16);
    }
  }
}
