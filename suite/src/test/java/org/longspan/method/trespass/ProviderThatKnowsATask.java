package org.longspan.method.trespass;

import org.longspan.tasks.adding.AddingProvider;

/** Breaks the rule for the interface of methods: it knows a task. */
public record ProviderThatKnowsATask(AddingProvider task) {}
