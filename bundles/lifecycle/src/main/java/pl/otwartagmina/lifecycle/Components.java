package pl.otwartagmina.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * The components of a module's bundles at one moment.
 *
 * @param failures why those failed that threw when they were activated
 * @param waiting what those wait for that cannot be activated
 * @param unconfigured how many of {@code waiting} want a configuration
 * @param satisfied how many can be or are active
 */
record Components(List<String> failures, List<String> waiting, int unconfigured, int satisfied) {

    static Components of(Collection<Bundle> bundles, ServiceComponentRuntime runtime) {
        List<String> failures = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        int unconfigured = 0;
        int satisfied = 0;
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new))) {
            for (ComponentConfigurationDTO one : runtime.getComponentConfigurationDTOs(component)) {
                switch (one.state) {
                    case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                        failures.add(Reasons.rootCause(Objects.requireNonNullElse(one.failure, "")) + " in "
                                + simple(component.name));
                    case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                        Arrays.stream(one.unsatisfiedReferences)
                                .map(reference -> lacking(component, reference))
                                .forEach(waiting::add);
                    case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> {
                        unconfigured++;
                        waiting.add("no configuration for " + simple(component.name) + ": write etc/"
                                + String.join(", ", component.configurationPid) + ".cfg");
                    }
                    default -> satisfied++;
                }
            }
        }
        return new Components(failures, waiting, unconfigured, satisfied);
    }

    private static String lacking(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String wanted = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(Components::service)
                .findFirst()
                .orElse(unsatisfied.name);
        return "no service " + wanted + " for " + simple(component.name);
    }

    private static String service(ReferenceDTO reference) {
        return reference.target == null || reference.target.isEmpty()
                ? reference.interfaceName
                : reference.interfaceName + " " + reference.target;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
