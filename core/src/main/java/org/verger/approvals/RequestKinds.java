package org.verger.approvals;

import java.util.List;
import org.springframework.stereotype.Component;

/** All kinds of requests. */
@Component
public class RequestKinds {

  private final List<RequestKind> kinds;

  RequestKinds(List<RequestKind> kinds) {
    this.kinds = kinds;
  }

  /** The kind of a request. */
  public RequestKind of(Request request) {
    return kinds.stream()
        .filter(kind -> kind.code().equals(request.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No kind of request: " + request.kind()));
  }

  /** What people and programs call the status of a request. */
  public String statusOf(Request request) {
    return request.status() == Status.DONE ? of(request).doneStatus() : request.status().code();
  }

  /** The codes of all kinds. */
  public List<String> codes() {
    return kinds.stream().map(RequestKind::code).sorted().toList();
  }
}
