package org.verger.engine;

/** The engine refuses a model, so that what the product should do cannot be done. */
final class ModelRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelRejectedException(String model, String reason) {
    super(
        "The engine rejects the model %s; correct it and start again. The engine says: %s"
            .formatted(model, reason));
  }
}
