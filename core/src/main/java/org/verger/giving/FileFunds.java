package org.verger.giving;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.imports.RowAction;
import org.verger.imports.StagedParent;
import org.verger.imports.values.RawText;

/** The funds of a church and of a file, for the time that the file is read. */
final class FileFunds {

  private final Map<String, UUID> byName = new HashMap<>();
  private final Set<String> codes = new HashSet<>();
  private final List<StagedParent> fresh = new ArrayList<>();
  private final boolean mayAdd;

  private FileFunds(boolean mayAdd) {
    this.mayAdd = mayAdd;
  }

  /**
   * Reads those of the church, in the transaction that is open.
   *
   * @param mayAdd whether the file may bring new ones
   */
  static FileFunds load(JdbcClient jdbc, boolean mayAdd) {
    FileFunds funds = new FileFunds(mayAdd);
    jdbc.sql("SELECT id, code, name FROM fund")
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              funds.codes.add(row.getString("code"));
              funds.byName.put(key(row.getString("code")), id);
              funds.byName.put(key(row.getString("name")), id);
            });
    return funds;
  }

  private static String key(String name) {
    return RawText.clean(name).toLowerCase(Locale.ROOT);
  }

  /** The fund of that name or code; when there is none a new one, or null if none may be added. */
  @Nullable UUID named(String name) {
    UUID known = byName.get(key(name));
    return known != null || !mayAdd ? known : add(RawText.clean(name));
  }

  private UUID add(String name) {
    UUID id = UUID.randomUUID();
    byName.put(key(name), id);
    fresh.add(new StagedParent(id, RowAction.NEW, 0, List.of(code(name), name)));
    return id;
  }

  private String code(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.isEmpty() ? "fund" : plain;
    String code = base;
    for (int number = 2; !codes.add(code); number++) {
      code = base + "-" + number;
    }
    return code;
  }

  /** Those that the file brings. */
  List<StagedParent> staged() {
    return List.copyOf(fresh);
  }
}
