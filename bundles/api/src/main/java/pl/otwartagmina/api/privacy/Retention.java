package pl.otwartagmina.api.privacy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Data that the law keeps from being erased.
 *
 * @param what which data, such as "Zobowiązania i wpłaty z 2026 roku"
 * @param basis the law, such as "art. 70 § 1 Ordynacji podatkowej"
 * @param until last day on which they are kept; empty where the law names no day
 */
public record Retention(String what, String basis, Optional<LocalDate> until) {}
