/** Dues of the invented gmina Modrzewiny, for the demo profile. */
@org.jspecify.annotations.NullMarked
package pl.otwartagmina.service.payments.internal.demo;
