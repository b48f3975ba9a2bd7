package org.verger.expenses.web;

import org.springframework.stereotype.Component;
import org.verger.approvals.Requests;
import org.verger.expenses.BudgetLines;
import org.verger.expenses.Payouts;

/** What is read of money. */
@Component
record Books(BudgetLines lines, Payouts payouts, Requests requests) {}
