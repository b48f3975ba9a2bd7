package org.verger.imports.web;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.imports.ReadAgain;
import org.verger.imports.RequestApply;
import org.verger.imports.RequestUndo;
import org.verger.imports.TakeImport;

/** What people do with imports. */
@Component
@RunsInRole(RunsInRole.API)
record ImportDesk(TakeImport take, ReadAgain again, RequestApply apply, RequestUndo undo) {}
