package org.verger.groups.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.groups.GroupId;
import org.verger.groups.GroupRole;
import org.verger.groups.GroupView;
import org.verger.organisation.PersonId;
import org.verger.pages.PageController;
import org.verger.people.PeopleFilter;
import org.verger.people.PeopleList;
import org.verger.people.PersonCard;
import org.verger.web.Staff;

/** One group with those who belong to it. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/groups/{id}")
class GroupPage {

  private static final int MOST_OFFERED = 12;

  private final GroupDesk desk;
  private final PeopleList people;
  private final Staff staff;

  GroupPage(GroupDesk desk, PeopleList people, Staff staff) {
    this.desk = desk;
    this.people = people;
    this.staff = staff;
  }

  @GetMapping
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String search, Model model) {
    GroupView group = desk.require(new GroupId(id), staff.person());
    model.addAttribute("group", group);
    model.addAttribute(
        "present", group.members().stream().filter(one -> one.until() == null).toList());
    model.addAttribute(
        "past", group.members().stream().filter(one -> one.until() != null).toList());
    model.addAttribute("search", search);
    model.addAttribute("found", called(search));
    return "groups/group";
  }

  private List<PersonCard> called(String search) {
    return search.isBlank()
        ? List.of()
        : people
            .list(staff.person(), PeopleFilter.of(Map.of("search", search)), null, MOST_OFFERED)
            .items();
  }

  @PostMapping("/members")
  String add(
      @PathVariable UUID id,
      @RequestParam UUID person,
      @RequestParam(defaultValue = "member") String role,
      RedirectAttributes flash) {
    GroupRole known = role.equals("leader") ? GroupRole.LEADER : GroupRole.MEMBER;
    desk.members().add(staff.person(), new GroupId(id), new PersonId(person), known);
    flash.addFlashAttribute("done", "They belong to the group now.");
    return "redirect:/groups/" + id;
  }

  @PostMapping("/members/{person}/end")
  String end(@PathVariable UUID id, @PathVariable UUID person, RedirectAttributes flash) {
    desk.members().end(staff.person(), new GroupId(id), new PersonId(person));
    flash.addFlashAttribute("done", "They left the group today.");
    return "redirect:/groups/" + id;
  }
}
