package org.verger.guests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.guests.ConnectForm;
import org.verger.guests.InvalidConnectFormException;
import org.verger.guests.RegisterGuest;
import org.verger.pages.PageController;
import org.verger.tenants.Tenants;

/** The public form of a church, in each of its languages, alone or embedded in another site. */
@PageController
@PreAuthorize("permitAll()")
@RequestMapping("/connect/{church}")
class ConnectPage {

  private final RegisterGuest registerGuest;
  private final Tenants tenants;
  private final MessageSource texts;

  ConnectPage(RegisterGuest registerGuest, Tenants tenants, MessageSource texts) {
    this.registerGuest = registerGuest;
    this.tenants = tenants;
    this.texts = texts;
  }

  /** The fields of the form; what was not filled in is null or blank. */
  record Fields(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String language,
      @Nullable String campaign,
      @Nullable Boolean consentSms,
      @Nullable Boolean consentEmail,
      @Nullable String note) {

    ConnectForm form() {
      return new ConnectForm(
          firstName,
          lastName,
          phone,
          email,
          language,
          campaign,
          new ConnectForm.Consent(ticked(consentSms), ticked(consentEmail)),
          note);
    }

    // A box that is not ticked is not sent.
    private static boolean ticked(@Nullable Boolean box) {
      return Boolean.TRUE.equals(box);
    }

    boolean reachable() {
      return (phone != null && !phone.isBlank()) || (email != null && !email.isBlank());
    }

    /** Without the person's data. */
    @Override
    public String toString() {
      return "connect form";
    }
  }

  /** A language that the form can be read in, by its own name. */
  record Language(String code, String name) {}

  @ModelAttribute
  void surroundings(
      @PathVariable String church, @RequestParam @Nullable String embed, Model model) {
    model.addAttribute("church", church);
    model.addAttribute("embed", embed != null);
    model.addAttribute("languages", languages());
    model.addAttribute("problems", Map.of());
  }

  @GetMapping
  String show(@RequestParam @Nullable String campaign, Locale locale, Model model) {
    model.addAttribute(
        "form",
        new Fields(null, null, null, null, locale.getLanguage(), campaign, null, null, null));
    return "guests/connect";
  }

  @PostMapping
  String send(
      @ModelAttribute("form") Fields fields,
      @PathVariable String church,
      @RequestParam @Nullable String embed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    try {
      registerGuest.register(fields.form());
    } catch (InvalidConnectFormException invalid) {
      model.addAttribute("problems", problems(invalid, fields, locale));
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "guests/connect";
    }
    return "redirect:/connect/%s/thanks?lang=%s%s"
        .formatted(church, locale.getLanguage(), embed == null ? "" : "&embed=true");
  }

  @GetMapping("/thanks")
  String thanks() {
    return "guests/thanks";
  }

  private Map<String, String> problems(
      InvalidConnectFormException invalid, Fields fields, Locale locale) {
    return invalid.errors().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                wrong -> sentence(wrong.getKey(), wrong.getValue(), fields, locale)));
  }

  private String sentence(String field, String otherwise, Fields fields, Locale locale) {
    String key = field.equals("phone") && !fields.reachable() ? "contact" : field;
    return String.valueOf(texts.getMessage("connect.problem." + key, null, otherwise, locale));
  }

  private List<Language> languages() {
    return tenants.current().languages().stream()
        .map(code -> new Language(code, nameOf(Locale.of(code))))
        .toList();
  }

  private static String nameOf(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }
}
