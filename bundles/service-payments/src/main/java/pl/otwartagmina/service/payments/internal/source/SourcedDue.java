package pl.otwartagmina.service.payments.internal.source;

import pl.otwartagmina.api.dues.ModuleDue;

/** A due, and the id of the module that tells of it. */
public record SourcedDue(String source, ModuleDue due) {}
