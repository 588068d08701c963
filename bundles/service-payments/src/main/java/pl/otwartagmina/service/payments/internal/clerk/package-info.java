/** What clerks look up, check and hand over. Rules and values, pure Java. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.clerk;
