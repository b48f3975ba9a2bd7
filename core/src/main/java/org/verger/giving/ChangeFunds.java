package org.verger.giving;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Says what people can give for. */
@Component
public class ChangeFunds {

  private static final int LONGEST_NAME = 120;

  private final Funds funds;
  private final Access access;
  private final Audit audit;

  ChangeFunds(Funds funds, Access access, Audit audit) {
    this.funds = funds;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Adds a fund.
   *
   * @param code null to make it of the name
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over all money
   * @throws InvalidInputException when the name or code is none, or another's
   */
  @Transactional
  public Fund add(PersonId by, String name, @Nullable String code) {
    access.requireEverywhere(by, Area.MONEY);
    Fund fund = keep(name, code);
    record(by, "giving-fund-added", fund);
    return fund;
  }

  /** The same without asking anybody, for what a church is furnished with. */
  @Transactional
  public Fund keep(String name, @Nullable String code) {
    return funds
        .add(checkedCode(code == null ? codeOf(name) : code), checkedName(name))
        .orElseThrow(() -> taken());
  }

  /**
   * Renames a fund, closes it to new gifts or opens it again.
   *
   * @param expected the version that was read; null for any
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over all money
   * @throws UnknownFundException when there is none
   * @throws ChangedMeanwhileException when it has changed since
   * @throws InvalidInputException when the name is none, or another's
   */
  @Transactional
  public Fund change(
      PersonId by, UUID id, @Nullable Integer expected, String name, boolean active) {
    access.requireEverywhere(by, Area.MONEY);
    Fund before = funds.lock(id);
    if (expected != null && expected != before.version()) {
      throw new ChangedMeanwhileException();
    }
    String checked = checkedName(name);
    if (funds.isNameOfAnother(id, checked)) {
      throw taken();
    }
    Fund after = funds.change(id, checked, active);
    record(by, "giving-fund-changed", after);
    return after;
  }

  private void record(PersonId by, String action, Fund fund) {
    audit.record(
        action,
        fund.id().toString(),
        by.value(),
        Map.of("code", fund.code(), "name", fund.name(), "active", fund.active()));
  }

  private static InvalidInputException taken() {
    return InvalidInputException.of("name", "There is a fund with this name or code already");
  }

  private static String checkedName(String name) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw InvalidInputException.of(
          "name", "Give the fund a name of at most %d letters".formatted(LONGEST_NAME));
    }
    return name.strip();
  }

  private static String checkedCode(String code) {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw InvalidInputException.of(
          "code", "Write the fund's code in small letters with hyphens, as in youth-work");
    }
    return code;
  }

  private static String codeOf(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
