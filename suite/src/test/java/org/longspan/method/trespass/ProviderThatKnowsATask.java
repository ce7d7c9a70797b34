package org.longspan.method.trespass;

import org.longspan.tasks.adding.AddingProvider;

/** Shown to the wall around the interface of methods: it knows a task. */
public record ProviderThatKnowsATask(AddingProvider task) {}
