package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verger.imports.ImportContext.RowKey;
import org.verger.organisation.Level;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;

class OtherImportsTest extends ImportTest {

  @BeforeEach
  void members() {
    applies(
        reads(
            "people",
            "First Name,Last Name,Email,Campus,Person ID",
            "Ruth,Boaz,ruth@example.org,Chicago,17",
            "Naomi,Mara,naomi@example.org,Chicago,18"));
  }

  private static final String[] GROUPS = {
    "Group Name,Campus,Group Type,Meeting Day,Meeting Time,Member,Role",
    "Young Adults,Chicago,Small Group,Tuesday,7:30 PM,Ruth Boaz,Leader",
    "Young Adults,Chicago,Small Group,Tuesday,7:30 PM,Naomi Mara,Member",
    "Choir,Chicago,Team,,,,"
  };

  @Test
  void groupsComeWithTheirMembers() {
    ImportFile file = reads("groups", GROUPS);
    assertCounts(file, 3, 0, 0, 0, 0);
    applies(file);
    assertThat(
            church.count(
                """
                SELECT count(*) FROM ministry_group g JOIN group_member m ON m.group_id = g.id
                WHERE g.name = 'Young Adults' AND g.meeting_day = 2 AND g.meeting_time = '19:30'
                """))
        .isEqualTo(2);
    assertThat(church.count("SELECT count(*) FROM group_member WHERE role = 'leader'"))
        .isEqualTo(1);
    Map<String, String> before = everything();
    ImportFile twice = reads("groups", GROUPS);
    assertCounts(twice, 0, 0, 3, 0, 0);
    applies(twice);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aChangedRoleAndAChangedDayAreChangedAndUndone() {
    applies(reads("groups", GROUPS));
    Map<String, String> before = everything();
    String[] changed = GROUPS.clone();
    changed[1] = changed[1].replace("Leader", "Member");
    changed[3] = "Choir,Chicago,Team,Friday,,,";
    ImportFile file = reads("groups", changed);
    assertCounts(file, 0, 2, 1, 0, 0);
    undoes(applies(file));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void attendanceIsHeadcountsAndPeople() {
    String[] lines = {
      "Date,Event,Time,Campus,Headcount,Person ID,Name",
      "2026-11-01,Sunday Service,10:00 AM,Chicago,120,,",
      "2026-11-01,Sunday Service,10:00 AM,Chicago,,17,Ruth Boaz",
      "2026-11-01,Sunday Service,10:00 AM,Chicago,,18,Naomi Mara",
      "2026-11-01,Sunday Service,10:00 AM,Chicago,,18,Naomi Mara",
      "2026-11-01,Sunday Service,10:00 AM,Chicago,,,"
    };
    ImportFile file = reads("attendance", lines);
    assertThat(file.counts()).isEqualTo(new ImportCounts(3, 0, 1, 0, 1));
    applies(file);
    assertThat(
            church.count(
                "SELECT count(*) FROM gathering WHERE headcount = 120 AND starts_at = '10:00'"))
        .isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM attendance")).isEqualTo(2);
    Map<String, String> before = everything();
    ImportFile more = reads("attendance", lines[0], lines[1].replace("120", "130"), lines[2]);
    assertThat(more.counts().changedRows()).isEqualTo(2);
    ImportFile applied = applies(more);
    assertThat(church.count("SELECT sum(headcount) FROM gathering")).isEqualTo(130);
    undoes(applied);
    assertThat(everything()).isEqualTo(before);
    undoes(now(file));
    assertThat(church.count("SELECT count(*) FROM gathering")).isZero();
  }

  @Test
  void whatWasEnteredByHandIsNotLostByUndoing() {
    ImportFile groups = applies(reads("groups", GROUPS[0], GROUPS[3]));
    ImportFile services =
        applies(reads("attendance", "Date,Event,Headcount", "2026-11-01,Sunday Service,120"));
    church.update(
        "INSERT INTO group_member (group_id, person_id, role, since) SELECT g.id, p.id, 'member',"
            + " now()::date FROM ministry_group g, person p WHERE p.external_id = '17'");
    church.update(
        "INSERT INTO attendance (gathering_id, person_id) SELECT g.id, p.id FROM gathering g,"
            + " person p WHERE p.external_id = '17'");
    Map<String, String> before = everything();
    assertThat(undoes(groups).problem()).contains("joined groups");
    assertThat(undoes(services).problem()).contains("marked as present");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void eventsAreKnownByTheirIdOrByTitleAndBeginning() {
    String header = "Title,Starts At,Ends At,Location,ID";
    applies(reads("events", header, "Retreat,2026-12-04 18:00,2026-12-06 14:00,Lake,E1"));
    assertThat(
            church.count(
                "SELECT count(*) FROM event WHERE starts_at = '2026-12-05T00:00:00Z' AND"
                    + " published_at IS NOT NULL"))
        .isEqualTo(1);
    Map<String, String> before = everything();
    ImportFile moved =
        reads(
            "events",
            header,
            "Retreat,2026-12-11 18:00,2026-12-13 14:00,Lake,E1",
            "Concert,2026-12-20 19:00,,Hall,");
    assertCounts(moved, 1, 1, 0, 0, 0);
    assertThat(rows(moved, RowAction.CHANGED).getFirst().values())
        .containsEntry("Starts at", "2026-12-11 18:00")
        .containsEntry("External id", "E1");
    undoes(applies(moved));
    assertThat(everything()).isEqualTo(before);
  }

  private static final String[] GUESTS = {
    "First Name,Last Name,Phone,Email,Visit Date",
    "Orpah,Moab,(312) 555-0177,,2026-11-15",
    "Mara,Bitter,,,2026-11-15"
  };

  private long started() {
    return church.count("SELECT count(*) FROM guest_follow_up");
  }

  @Test
  void guestsAreFollowedUpOnlyWhenAsked() {
    ImportFile file = reads("guests", GUESTS);
    assertThat(file.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1));
    Map<String, String> before = everything();
    ImportFile applied = applies(file);
    assertThat(started()).isZero();
    assertThat(
            church.count(
                "SELECT count(*) FROM guest WHERE stage = 'new' AND phone = '+13125550177'"))
        .isEqualTo(1);
    undoes(applied);
    assertThat(everything()).isEqualTo(before);

    ImportFile asked =
        applies(reads(new NewImport("guests", "g.csv", null, true, true), operator, GUESTS));
    assertThat(started()).isEqualTo(1);
    assertThat(undoes(asked).problem()).contains("are followed up");
    assertThat(started()).isEqualTo(1);
  }

  @Test
  void ofAKnownGuestOnlyGapsAreFilled() {
    applies(reads("guests", GUESTS));
    ImportFile file =
        reads(
            "guests",
            "First Name,Last Name,Phone,Email",
            "Orpa,Moabite,(312) 555-0177,orpah@example.org");
    assertCounts(file, 0, 1, 0, 0, 0);
    applies(file);
    assertThat(
            church.count(
                "SELECT count(*) FROM guest WHERE first_name = 'Orpah' AND last_name = 'Moab' AND"
                    + " email = 'orpah@example.org'"))
        .isEqualTo(1);
  }

  private static final String GUEST = "First Name,Last Name,Phone,Email,Campaign";

  @Test
  void twoRowsAboutOneKnownGuestFillTheirGapsOnce() {
    applies(reads("guests", GUEST, "Orpah,Moab,(312) 555-0177,,"));
    Map<String, String> before = everything();
    String email = "Orpah,Moab,(312) 555-0177,orpah@example.org,";
    ImportFile file = reads("guests", GUEST, email, email, email + "easter");
    assertCounts(file, 0, 1, 1, 1, 0);
    undoes(applies(file));
    assertThat(everything()).isEqualTo(before);
    assertThat(appliesInParts("guests", GUEST, email, email + "easter").status())
        .isEqualTo(ImportStatus.APPLIED);
    assertThat(church.count("SELECT version FROM guest")).isEqualTo(2);
  }

  @Test
  void twoRowsAboutOneKnownEventChangeItOnce() {
    String header = "Title,Starts At,Ends At,Location,ID";
    String retreat = "Retreat,2026-12-04 18:00,2026-12-06 14:00,Lake,E1";
    applies(reads("events", header, retreat));
    Map<String, String> before = everything();
    String hall = retreat.replace("Lake", "Hall");
    ImportFile file = reads("events", header, hall, hall, retreat);
    assertCounts(file, 0, 1, 1, 1, 0);
    undoes(applies(file));
    assertThat(everything()).isEqualTo(before);
    assertThat(appliesInParts("events", header, hall, retreat).status())
        .isEqualTo(ImportStatus.APPLIED);
    assertThat(church.count("SELECT count(*) FROM event WHERE place = 'Hall'")).isEqualTo(1);
  }

  @Test
  void whatTheFirstRowSaysOfAGroupOrAGatheringCounts() {
    applies(reads("groups", GROUPS));
    Map<String, String> before = everything();
    String[] changed = {
      GROUPS[0],
      "Choir,Chicago,Team,Friday,,,",
      "Choir,Chicago,Team,Monday,,Ruth Boaz,Leader",
      "Choir,Chicago,Team,Monday,,Ruth Boaz,Member",
      "Choir,Chicago,Team,Monday,,,"
    };
    ImportFile groups = reads("groups", changed);
    assertCounts(groups, 1, 1, 0, 2, 0);
    undoes(applies(groups));
    assertThat(everything()).isEqualTo(before);
    String[] later = {changed[2], changed[4]};
    assertThat(appliesInParts("groups", changed[0], changed[1], later).status())
        .isEqualTo(ImportStatus.APPLIED);
    assertThat(
            church.count(
                "SELECT count(*) FROM ministry_group g JOIN group_member m ON m.group_id = g.id"
                    + " WHERE g.name = 'Choir' AND g.meeting_day = 5 AND m.role = 'leader'"))
        .isEqualTo(1);

    String header = "Date,Event,Headcount";
    applies(reads("attendance", header, "2026-11-01,Service,120"));
    ImportFile counted =
        appliesInParts("attendance", header, "2026-11-01,Service,130", "2026-11-01,Service,120");
    assertCounts(counted, 0, 1, 0, 1, 0);
    assertThat(church.count("SELECT sum(headcount) FROM gathering")).isEqualTo(130);
  }

  @Test
  void aGuestOfAnotherNameOnTheSamePhoneIsPutBeforeAPerson() {
    String bob = "Bob,Moab,(312) 555-0177,,";
    String bobs = "Bob,Moab,(312) 555-0177,bob@example.org,";
    assertCounts(reads("guests", GUEST, "Orpah,Moab,(312) 555-0177,,", bob), 1, 0, 0, 1, 0);

    applies(reads("guests", GUEST, "Orpah,Moab,(312) 555-0177,,"));
    UUID orpah = id("SELECT id FROM guest");
    ImportFile file = reads("guests", GUEST, bob, bobs);
    assertCounts(file, 0, 0, 0, 2, 0);
    assertThat(rows(file, RowAction.DUPLICATE).getFirst().candidates())
        .extracting(PreviewRow.Candidate::id)
        .containsExactly(orpah);

    ImportFile decided =
        decides(
            file,
            Map.of(new RowKey(2, 0), new RowChoice.New(), new RowKey(3, 0), new RowChoice.New()));
    assertThat(decided.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 1));
    assertThat(rows(decided, RowAction.REJECTED).getFirst().reason()).contains("of their own");
    ImportFile same =
        decides(
            file,
            Map.of(
                new RowKey(2, 0),
                new RowChoice.LeaveOut(),
                new RowKey(3, 0),
                new RowChoice.SameAs(orpah)));
    assertCounts(same, 0, 1, 1, 0, 0);
    decides(file, Map.of(new RowKey(3, 0), new RowChoice.New()));
    applies(file);
    assertThat(
            church.count(
                "SELECT count(*) FROM guest WHERE first_name = 'Bob' AND phone IS NULL AND email ="
                    + " 'bob@example.org'"))
        .isEqualTo(1);
  }

  private static final String BY_ID = "Group Name,Group ID,Meeting Day,Campus";

  @Test
  void aGroupOfAnotherCampusIsNotChangedByItsId() {
    church.run(() -> units.create(root.id(), Level.CAMPUS, "Aurora"));
    applies(reads("groups", BY_ID, "Choir,1,Friday,Aurora", "Youth,2,Friday,Chicago"));
    PersonId leader = somebody("Lea", Role.CAMPUS_ADMINISTRATOR, campus.id());
    ImportFile file =
        reads(
            new NewImport("groups", "g.csv", campus.id().value(), true, false),
            leader,
            BY_ID,
            "Choir,1,Monday,Chicago",
            "Choir,1,Monday,",
            "Youth,2,Monday,");
    assertThat(file.counts()).isEqualTo(new ImportCounts(0, 1, 0, 0, 2));
    assertThat(rows(file, RowAction.REJECTED))
        .allMatch(row -> String.valueOf(row.reason()).contains("Your rights do not reach"));
  }

  @Test
  void anIdOfAnotherSystemRenamesNoGroupToSomethingElse() {
    applies(reads("groups", BY_ID, "Youth,1,Friday,Chicago", "Young Adults,2,Friday,Chicago"));
    ImportFile file =
        reads(
            "groups",
            BY_ID,
            "Choir,1,Friday,Chicago",
            "Youth Ministry,1,Friday,Chicago",
            "Young,2,Friday,Chicago",
            "Young,,Friday,Chicago");
    assertThat(file.counts()).isEqualTo(new ImportCounts(0, 3, 0, 0, 1));
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason())
        .isEqualTo("The id 1 is that of the group Youth here: call it so, or leave the id out");
    applies(file);
    assertThat(
            church.count(
                "SELECT count(*) FROM ministry_group WHERE name IN ('Youth Ministry', 'Young')"))
        .isEqualTo(2);
  }

  @Test
  void aGroupDoesNotTakeTheNameOfAnother() {
    applies(reads("groups", BY_ID, "Youth,1,Friday,Chicago", "Youth B,2,Friday,Chicago"));
    ImportFile file = reads("groups", BY_ID, "youth b,1,Friday,Chicago");
    assertThat(file.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 1));
    assertThat(rows(file, RowAction.REJECTED).getFirst().reason())
        .contains("There is a group called youth b");
  }

  private static final String EVENT = "Title,Starts At,Campus,ID";

  @Test
  void anEventThatNamesNoUnitStaysWhereItIs() {
    applies(reads("events", EVENT, "Retreat,2026-12-04 18:00,Chicago,E1"));
    PersonId leader = somebody("Lea", Role.CAMPUS_ADMINISTRATOR, campus.id());
    String[] moved = {"Title,Starts At,ID", "Retreat,2026-12-11 18:00,E1"};
    assertCounts(
        reads(new NewImport("events", "e.csv", null, true, false), leader, moved), 0, 1, 0, 0, 0);
    applies(reads("events", moved));
    assertThat(
            church.count(
                "SELECT count(*) FROM event e JOIN unit u ON u.id = e.unit_id WHERE u.name ="
                    + " 'Chicago' AND e.version = 2"))
        .isEqualTo(1);
  }

  @Test
  void anEventThatIsStillProposedIsLeftToThoseWhoDecide() {
    applies(reads("events", EVENT, "Retreat,2026-12-04 18:00,Chicago,E1"));
    church.update("UPDATE event SET published_at = NULL");
    ImportFile file = reads("events", EVENT, "Retreat,2026-12-11 18:00,Chicago,E1");
    assertThat(file.counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 1));
    assertThat(rejectsOf(file)).contains("still waits for those who decide");
  }

  @Test
  void theIdOfAnotherCalendarIsNoEventUnlessTheRowAgrees() {
    applies(reads("events", EVENT, "Retreat,2026-12-04 18:00,Chicago,E1"));
    UUID retreat = id("SELECT id FROM event");
    ImportFile file = reads("events", EVENT, "Concert,2026-12-20 19:00,Chicago,E1");
    assertCounts(file, 0, 0, 0, 1, 0);
    assertThat(rows(file, RowAction.DUPLICATE).getFirst().candidates())
        .containsExactly(new PreviewRow.Candidate(retreat, "Retreat, 2026-12-04"));
    RowKey row = new RowKey(2, 0);
    assertCounts(decides(file, Map.of(row, new RowChoice.LeaveOut())), 0, 0, 1, 0, 0);
    assertCounts(decides(file, Map.of(row, new RowChoice.SameAs(retreat))), 0, 1, 0, 0, 0);
    ImportFile applied = applies(decides(file, Map.of(row, new RowChoice.New())));
    assertThat(applied.status()).isEqualTo(ImportStatus.APPLIED);
    assertThat(
            church.count(
                "SELECT count(*) FROM event WHERE title = 'Concert' AND external_id IS NULL OR"
                    + " title = 'Retreat' AND external_id = 'E1'"))
        .isEqualTo(2);
  }

  @Test
  void theDatesOfASeriesThatHaveOneIdAreEventsOfTheirOwn() {
    String first = "Service,2026-12-06 10:00,Chicago,E1";
    String second = "Service,2026-12-13 10:00,Chicago,E1";
    String third = "Service,2026-12-20 10:00,Chicago,E1";
    assertCounts(applies(reads("events", EVENT, first, second, third)), 3, 0, 0, 0, 0);
    assertCounts(reads("events", EVENT, third, second, first), 0, 0, 3, 0, 0);
    assertCounts(reads("events", EVENT, second), 0, 0, 1, 0, 0);
    String carols = second.replace("Service", "Carols");
    assertCounts(reads("events", EVENT, carols), 0, 1, 0, 0, 0);
    assertCounts(reads("events", EVENT, first, carols, second), 0, 1, 1, 1, 0);
    String fourth = "Service,2026-12-27 10:00,Chicago,E1";
    assertCounts(applies(reads("events", EVENT, fourth)), 1, 0, 0, 0, 0);
    assertThat(church.count("SELECT count(*) FROM event WHERE title = 'Service'")).isEqualTo(4);
  }

  @Test
  void aDateThatCameBeforeItsSeriesStaysTheSameEvent() {
    String first = "Service,2026-12-06 10:00,Chicago,E1";
    applies(reads("events", EVENT, first));
    String[] series = {EVENT, first, "Service,2026-12-13 10:00,Chicago,E1"};
    assertCounts(applies(reads("events", series)), 1, 0, 1, 0, 0);
    assertCounts(reads("events", series), 0, 0, 2, 0, 0);
  }

  @Test
  void twoEventsOfOneFileWithTwoIdsStayTwo() {
    String service = "Service,2026-12-06 10:00,Chicago,";
    assertCounts(reads("events", EVENT, service + "E1", service + "E2"), 2, 0, 0, 0, 0);
  }

  @Test
  void guestsOfAFileBeginTheirFollowUpTogether() {
    applies(
        reads(
            new NewImport("guests", "g.csv", null, true, true),
            operator,
            GUESTS[0],
            GUESTS[1],
            "Mara,Bitter,,mara@example.org,2026-11-15"));
    assertThat(started()).isEqualTo(2);
    assertThat(church.count("SELECT count(DISTINCT started_at) FROM guest_follow_up")).isEqualTo(1);
    List<String> guests =
        List.of(
            id("SELECT id FROM guest WHERE email IS NULL").toString(),
            id("SELECT id FROM guest WHERE phone IS NULL").toString());
    assertThat(
            jdbc.sql("SELECT count(*) FROM shared.outbox WHERE subject IN (:guests)")
                .param("guests", guests)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }
}
