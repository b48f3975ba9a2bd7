package org.verger.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.InvalidInputException;

/** Lists of any size as files, read through a cursor of the real database. */
class WriteExportTest extends ChurchTest {

  private static final int ROWS = 200_000;

  @Autowired Audit audit;
  @Autowired Units units;
  @Autowired People people;
  @Autowired Access access;
  @Autowired Tenants tenants;
  @Autowired PlatformTransactionManager transactions;

  private Tree tree;
  private Long200k list;
  private WriteExport writeExport;

  /** Rows that the database makes while they are read; knows how far it was read. */
  static final class Long200k implements ExportedList {

    private final JdbcClient jdbc;
    private int read;

    Long200k(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public String name() {
      return "long";
    }

    @Override
    public Area area() {
      return Area.MONEY;
    }

    @Override
    public List<String> columns() {
      return List.of("Number", "Text");
    }

    @Override
    public void write(Map<String, String> filter, PersonId reader, Rows rows) {
      read = 0;
      if (filter.containsKey("unreadable")) {
        throw new IllegalArgumentException("Nobody can read this");
      }
      jdbc.sql("SELECT n, repeat('church ', 10) || n AS text FROM generate_series(1, ?) AS n")
          .param(filter.containsKey("few") ? 3 : ROWS)
          .withFetchSize(FETCH_ROWS)
          .query(
              row -> {
                read++;
                if (filter.containsKey("breaks") && read == ROWS / 2) {
                  throw new IllegalStateException("in the middle");
                }
                rows.add(List.of(row.getInt("n"), row.getString("text")));
              });
    }
  }

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    list = new Long200k(jdbc);
    StaticListableBeanFactory lists = new StaticListableBeanFactory(Map.of("long", list));
    writeExport =
        new WriteExport(
            new ExportedLists(lists.getBeanProvider(ExportedList.class), access),
            tenants,
            audit,
            transactions);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstBytesGoOutBeforeTheListIsRead(ExportFormat format) {
    PersonId reader = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    Watch out = new Watch();
    long before = used();
    long rows = write(format, Map.of(), reader, out);
    assertThat(rows).isEqualTo(ROWS);
    assertThat(out.readAtFirstByte).as("rows read at the first byte").isLessThan(5_000);
    assertThat(out.most - before).as("memory in use").isLessThan(64L * 1024 * 1024);
  }

  @Test
  void theAuditLogKnowsWhatWasTakenAndNothingThatWasSearchedFor() {
    PersonId reader = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    write(ExportFormat.CSV, Map.of("few", "Ana Ruiz", "empty", ""), reader, new Watch());
    AuditEntry entry = church.call(() -> audit.of("long")).getFirst();
    assertThat(entry.action()).isEqualTo("exports-written");
    assertThat(entry.person()).isEqualTo("Daniel Okafor");
    assertThat(entry.detail())
        .isEqualTo(
            Map.of(
                "list",
                "long",
                "format",
                "csv",
                "filters",
                List.of("few"),
                "rows",
                3,
                "complete",
                true));
  }

  @Test
  void whatBreaksOffIsNotEndedAndIsSaidInTheAuditLog() {
    PersonId reader = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> write(ExportFormat.XLSX, Map.of("breaks", "x"), reader, out))
        .hasMessageContaining("in the middle");
    assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1))
        .startsWith("PK")
        .doesNotContain("PK\u0005\u0006");
    assertThat(church.call(() -> audit.of("long")).getFirst().detail())
        .containsEntry("complete", false)
        .containsEntry("rows", ROWS / 2 - 1);
  }

  @Test
  void aReaderWhoGoesAwayStopsTheReading() {
    PersonId reader = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("gone");
          }
        };
    for (ExportFormat format : ExportFormat.values()) {
      assertThatThrownBy(() -> write(format, Map.of(), reader, gone))
          .isInstanceOf(ExportInterruptedException.class);
      assertThat(list.read).isLessThan(5_000);
    }
  }

  @Test
  void whoHasNoRightInTheAreaGetsNothing() {
    PersonId member = tree.holder(Role.MEMBER, tree.groupA().id());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> write(ExportFormat.CSV, Map.of(), member, out))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () ->
                church.call(
                    () ->
                        writeExport.write(
                            new WriteExport.Wanted("nothing", ExportFormat.CSV, Map.of()),
                            member,
                            out)))
        .isInstanceOf(UnknownListException.class);
    assertThat(out.size()).isZero();
  }

  @Test
  void aFilterThatCannotBeReadIsSaidBeforeAnythingIsWritten() {
    PersonId reader = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> write(ExportFormat.CSV, Map.of("unreadable", "x"), reader, out))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            invalid ->
                assertThat(invalid.errors().getFirst().message())
                    .isEqualTo("Nobody can read this"));
    assertThat(out.size()).isZero();
  }

  private long write(
      ExportFormat format, Map<String, String> filter, PersonId reader, OutputStream out) {
    return church.call(
        () -> writeExport.write(new WriteExport.Wanted("long", format, filter), reader, out));
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Looks, while it is written to, how far was read and how much memory is in use. */
  private final class Watch extends OutputStream {

    private int readAtFirstByte = -1;
    private int looked;
    private long most;

    @Override
    public void write(int one) {
      look();
    }

    @Override
    public void write(byte @Nullable [] bytes, int offset, int length) {
      look();
    }

    private void look() {
      if (readAtFirstByte < 0) {
        readAtFirstByte = list.read;
      }
      if (list.read / 50_000 > looked) {
        looked = list.read / 50_000;
        most = Math.max(most, used());
      }
    }
  }
}
