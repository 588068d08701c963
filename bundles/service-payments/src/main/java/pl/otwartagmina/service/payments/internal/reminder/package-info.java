/** Letters before and after a due day, for those who chose them: pure rules and words. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.reminder;
