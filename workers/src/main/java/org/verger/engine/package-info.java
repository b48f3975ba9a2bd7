/** The engine adapter: client, deployment of the models, outbox relay, worker harness. */
@NullMarked
package org.verger.engine;

import org.jspecify.annotations.NullMarked;
