package org.verger.expenses;

import java.util.UUID;
import org.verger.money.Money;
import org.verger.organisation.UnitId;

/**
 * Money that a unit may spend on something in a year.
 *
 * @param code as requests name it, as in {@code outreach}
 * @param amount what was planned
 * @param left what is neither reserved, committed nor paid; negative when more was asked for than
 *     planned
 */
public record BudgetLine(
    UUID id, UnitId unit, String code, String name, int year, Money amount, Money left) {}
