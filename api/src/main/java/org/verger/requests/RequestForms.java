package org.verger.requests;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestId;
import org.verger.approvals.Status;
import org.verger.approvals.SubmitWithFiles;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Staff;

/** The way of a form by which people ask for something, whatever it is. */
@Component
@RunsInRole(RunsInRole.API)
public class RequestForms {

  private final SubmitWithFiles submit;
  private final RequestDetails details;
  private final Staff staff;

  RequestForms(SubmitWithFiles submit, RequestDetails details, Staff staff) {
    this.submit = submit;
    this.details = details;
    this.staff = staff;
  }

  /** A request that came back, from whom and why. */
  public record Returned(UUID id, String title, String by, String why) {}

  /**
   * What is needed to answer a form that was sent.
   *
   * @param more what the form shows beside what was typed, when it is shown again
   */
  public record Sent(
      String template,
      @Nullable List<MultipartFile> files,
      RedirectAttributes flash,
      Map<String, ?> more) {}

  /**
   * Takes what was sent, and leads to the request; or shows the form again with what is wrong
   * beside its fields.
   *
   * @param ask takes the request in the name of whoever is signed in
   */
  public ModelAndView take(Sent sent, Function<PersonId, RequestId> ask) {
    PersonId by = staff.person();
    try {
      RequestId id = submit.submit(by, Uploads.of(sent.files()), () -> ask.apply(by));
      sent.flash().addFlashAttribute("done", "Sent. Here you see how it goes on.");
      return new ModelAndView("redirect:/requests/" + id);
    } catch (InvalidInputException invalid) {
      return again(sent.template(), invalid).addAllObjects(sent.more());
    }
  }

  /** The form once more, with what is wrong by field. */
  public static ModelAndView again(String template, InvalidInputException invalid) {
    return new ModelAndView(
        template, Map.of("problems", problems(invalid)), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** What is wrong, by field. */
  public static Map<String, String> problems(InvalidInputException invalid) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (FieldError error : invalid.errors()) {
      problems.putIfAbsent(error.field(), error.message());
    }
    return problems;
  }

  /**
   * What came back to whoever is signed in and can be changed by them.
   *
   * @throws UnknownRequestException when there is none, or it is another's
   * @throws RequestClosedException when it was not sent back
   */
  public Returned returned(UUID id) {
    PersonId person = staff.person();
    RequestDetails.View view = details.show(new RequestId(id), person);
    if (!view.request().parties().requester().equals(person)) {
      throw new UnknownRequestException(id.toString());
    }
    if (view.request().status() != Status.RETURNED) {
      throw new RequestClosedException("Only a request that was sent back can be changed");
    }
    Optional<RequestDetails.VoteView> last = lastReturn(view);
    return new Returned(
        id,
        view.request().title(),
        last.map(RequestDetails.VoteView::by).orElse(""),
        last.map(RequestDetails.VoteView::comment).orElse(""));
  }

  /** Who sent it back last, and why. */
  public static Optional<RequestDetails.VoteView> lastReturn(RequestDetails.View view) {
    return view.steps().stream()
        .flatMap(step -> step.votes().stream())
        .filter(vote -> vote.decision().equals("return"))
        .max(Comparator.comparing(RequestDetails.VoteView::at));
  }
}
