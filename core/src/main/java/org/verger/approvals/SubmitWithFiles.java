package org.verger.approvals;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** Takes a request together with its files: all of it, or nothing when one is refused. */
@Component
public class SubmitWithFiles {

  private final AddToRequest add;

  SubmitWithFiles(AddToRequest add) {
    this.add = add;
  }

  /**
   * Takes them.
   *
   * @param request takes the request itself, anew or again
   * @throws org.verger.validation.InvalidInputException when something is wrong with either
   */
  @Transactional
  public RequestId submit(PersonId by, List<NewFile> files, Supplier<RequestId> request) {
    RequestId id = request.get();
    files.forEach(file -> add.attach(id, by, file.name(), file.mediaType(), file.content()));
    return id;
  }
}
