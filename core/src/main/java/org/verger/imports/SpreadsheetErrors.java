package org.verger.imports;

import java.util.List;
import org.verger.imports.file.Row;
import org.verger.imports.mapping.ImportField;
import org.verger.imports.mapping.ImportKinds;
import org.verger.imports.values.RawText;

/**
 * Rejects rows in whose names and texts a spreadsheet left an error, which would become a fund or a
 * group of that name. In other cells those who read them refuse it.
 */
record SpreadsheetErrors(List<FileField> texts, RowJudge judge) implements RowJudge {

  static RowJudge refusedBefore(RowJudge judge, ImportContext context) {
    return new SpreadsheetErrors(
        ImportKinds.find(context.file().kind()).orElseThrow().fields().stream()
            .filter(
                field ->
                    field.type() == ImportField.Type.TEXT || field.type() == ImportField.Type.NAME)
            .map(field -> context.field(field.code()))
            .filter(FileField::isThere)
            .toList(),
        judge);
  }

  @Override
  public void judge(Row row, Staged staged) {
    for (FileField field : texts) {
      String text = field.of(row);
      if (RawText.error(text)) {
        staged.add(
            StagedRow.rejected(
                row.line(), 0, "The cell holds an error of the spreadsheet: " + text));
        return;
      }
    }
    judge.judge(row, staged);
  }

  @Override
  public List<ParentRows> parents() {
    return judge.parents();
  }
}
