@org.jspecify.annotations.NullMarked
package pl.otwartagmina.documents.internal;
