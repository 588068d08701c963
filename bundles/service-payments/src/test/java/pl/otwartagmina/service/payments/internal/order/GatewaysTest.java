package pl.otwartagmina.service.payments.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GatewaysTest {
    @Test
    void a_gateway_is_called_by_its_name_while_it_is_installed_and_by_its_id_after_that() {
        Gateways installed = () -> List.of(new FakeGateway("bramka", true));
        assertThat(installed.name("bramka", Locale.ROOT)).isEqualTo("Bramka");
        assertThat(installed.name("inna", Locale.ROOT)).isEqualTo("inna");
    }
}
