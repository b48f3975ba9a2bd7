package org.verger.guests.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such guest, or none that whoever is signed in may see. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchGuestException extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
