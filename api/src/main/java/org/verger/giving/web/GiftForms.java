package org.verger.giving.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.verger.giving.ChangeContribution;
import org.verger.giving.Contribution;
import org.verger.giving.ContributionClosedException;
import org.verger.giving.Contributions;
import org.verger.giving.NewGift;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.pages.PageController;
import org.verger.requests.PersonChoice;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The forms by which gifts are written down and put right. */
@PageController
@PreAuthorize("isAuthenticated()")
class GiftForms {

  private static final String FORM = "giving/edit";
  private static final UUID NOBODY = new UUID(0, 0);

  private final ContributionsApi.Ways ways;
  private final Contributions contributions;
  private final GiftChoices choices;
  private final PersonChoice people;
  private final Staff staff;

  GiftForms(
      ContributionsApi.Ways ways,
      Contributions contributions,
      GiftChoices choices,
      PersonChoice people,
      Staff staff) {
    this.ways = ways;
    this.contributions = contributions;
    this.choices = choices;
    this.people = people;
    this.staff = staff;
  }

  @ModelAttribute
  void surroundings(Model model) {
    choices.addTo(model, staff.someReach(Area.MONEY));
    model.addAttribute("problems", Map.of());
    model.addAttribute("gift", null);
    model.addAttribute("version", null);
  }

  /** An empty form; what stays the same from one gift to the next can be in the address. */
  @GetMapping("/giving/new")
  ModelAndView empty(@ModelAttribute("form") GiftFields fields) {
    return form(fields, Map.of(), HttpStatus.OK);
  }

  @PostMapping("/giving/new")
  ModelAndView enter(
      @ModelAttribute("form") GiftFields fields,
      @RequestParam @Nullable String another,
      RedirectAttributes flash) {
    try {
      long id = save(fields, null, gift -> ways.enter().enter(staff.person(), gift));
      flash.addFlashAttribute("done", "Written down.");
      return new ModelAndView(
          "redirect:" + (another == null ? "/giving/" + id : anotherOf(fields)));
    } catch (InvalidInputException invalid) {
      return form(fields, RequestForms.problems(invalid), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/giving/{id:\\d{1,18}}/edit")
  ModelAndView before(@PathVariable long id) {
    Contribution gift = contributions.require(id, reach());
    return gift.closed()
        ? new ModelAndView("redirect:/giving/" + id)
        : form(GiftFields.of(gift), Map.of(), HttpStatus.OK)
            .addObject("gift", gift)
            .addObject("version", gift.version());
  }

  @PostMapping("/giving/{id:\\d{1,18}}/edit")
  ModelAndView change(
      @PathVariable long id,
      @ModelAttribute("form") GiftFields fields,
      @RequestParam int version,
      RedirectAttributes flash) {
    Contribution before = contributions.require(id, reach());
    ChangeContribution change = ways.change();
    try {
      save(
          fields,
          before,
          gift -> {
            change.change(staff.person(), id, version, gift);
            return id;
          });
      flash.addFlashAttribute("done", "Saved.");
    } catch (InvalidInputException invalid) {
      return form(fields, RequestForms.problems(invalid), HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("gift", before)
          .addObject("version", version);
    } catch (ChangedMeanwhileException changed) {
      flash.addFlashAttribute(
          "problem", "Somebody changed it meanwhile. This is how it is now: change it again.");
      return new ModelAndView("redirect:/giving/" + id + "/edit");
    } catch (ContributionClosedException closed) {
      flash.addFlashAttribute("problem", closed.getMessage());
    }
    return new ModelAndView("redirect:/giving/" + id);
  }

  private ModelAndView form(GiftFields fields, Map<String, String> problems, HttpStatus status) {
    return new ModelAndView(FORM, Map.of("form", fields, "problems", problems), status)
        .addObject("found", people.found(fields.name()));
  }

  private interface Saving {
    long save(NewGift gift);
  }

  // Whoever cannot be found is said beside the name, together with all else that is wrong.
  private long save(GiftFields fields, @Nullable Contribution before, Saving saving) {
    InvalidInputException nobody;
    try {
      return saving.save(fields.gift(giver(fields, before)));
    } catch (InvalidInputException invalid) {
      nobody = invalid;
    }
    if (nobody.errors().stream().noneMatch(error -> error.field().equals("name"))) {
      throw nobody;
    }
    Map<String, String> problems = new LinkedHashMap<>(RequestForms.problems(nobody));
    try {
      saving.save(fields.gift(NOBODY));
    } catch (InvalidInputException others) {
      RequestForms.problems(others).forEach(problems::putIfAbsent);
    }
    problems.remove("person");
    throw new InvalidInputException(
        problems.entrySet().stream()
            .map(one -> new InvalidInputException.FieldError(one.getKey(), one.getValue()))
            .toList());
  }

  private @Nullable UUID giver(GiftFields fields, @Nullable Contribution before) {
    String name = Given.text(fields.name());
    if (name.isEmpty()) {
      return null;
    }
    Contribution.Giver same = before == null ? null : before.person();
    if (same != null && same.name().equals(name) && sameOrNone(fields.person(), same.id())) {
      return same.id();
    }
    PersonId found = people.require("name", fields.person(), name);
    return found.value();
  }

  private static boolean sameOrNone(@Nullable String chosen, UUID id) {
    String text = Given.text(chosen);
    return text.isEmpty() || text.equals(id.toString());
  }

  private static String anotherOf(GiftFields fields) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/giving/new");
    Given.named(
            "fund",
            fields.fund(),
            "unit",
            fields.unit(),
            "givenOn",
            fields.givenOn(),
            "method",
            fields.method())
        .forEach(address::queryParam);
    return address.encode().toUriString();
  }

  private Reach reach() {
    return staff.someReach(Area.MONEY);
  }
}
