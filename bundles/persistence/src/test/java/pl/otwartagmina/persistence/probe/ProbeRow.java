package pl.otwartagmina.persistence.probe;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity(name = "Probe")
@Table(name = "probe_row")
class ProbeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    Instant born = Instant.EPOCH;
}
