package pl.otwartagmina.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pl.otwartagmina.api.lifecycle.ModuleRefused;
import pl.otwartagmina.lifecycle.ModuleFeature.Need;

/** In which order modules are started: what is needed comes first. */
final class Plan {
    private final Inventory inventory;
    private final Set<String> above = new LinkedHashSet<>();
    private final List<ModuleFeature> order = new ArrayList<>();

    private Plan(Inventory inventory) {
        this.inventory = inventory;
    }

    /**
     * The module and those it needs that are off.
     *
     * @throws ModuleRefused if one of them is unknown, has an unfit version or needs itself
     */
    static List<ModuleFeature> of(Inventory inventory, ModuleFeature module) throws ModuleRefused {
        Plan plan = new Plan(inventory);
        plan.add(module);
        return plan.order;
    }

    /**
     * Makes sure that the modules switched on accept a new version of one they need. Those that state no range of
     * versions accept only what they run with.
     *
     * @throws ModuleRefused naming those that do not
     */
    static void refuseIfPinned(Inventory inventory, ModuleFeature newer) throws ModuleRefused {
        String pinned = inventory.dependents(newer.id()).stream()
                .filter(module -> module.needs().stream()
                        .filter(need -> need.id().equals(newer.id()))
                        .anyMatch(need -> need.range().isEmpty() || !need.isMetBy(newer)))
                .map(ModuleFeature::id)
                .collect(Collectors.joining(", "));
        if (!pinned.isEmpty()) {
            throw new ModuleRefused("Module '" + newer.id() + "' is needed by: " + pinned + ", which "
                    + (pinned.contains(",") ? "do" : "does") + " not state that version " + newer.version()
                    + " will do. " + disableFirst(List.of(pinned.split(", "))));
        }
    }

    /** The advice how to switch modules off. */
    static String disableFirst(List<String> ids) {
        return (ids.size() == 1 ? "Disable it first: " : "Disable them first: ")
                + ids.stream().map(id -> "module:disable " + id).collect(Collectors.joining("; "));
    }

    private void add(ModuleFeature module) throws ModuleRefused {
        if (order.contains(module)) {
            return;
        }
        if (!above.add(module.id())) {
            throw new ModuleRefused("Modules need each other in a circle: " + String.join(", ", above) + ".");
        }
        if (!module.unknown().isEmpty()) {
            throw new ModuleRefused("Module '" + module.id() + "' needs the feature '"
                    + String.join("', '", module.unknown()) + "', which is not known here.");
        }
        for (Need need : module.needs()) {
            Optional<ModuleFeature> running = inventory.running(need.id());
            if (running.isEmpty()) {
                add(inventory
                        .newest(need)
                        .orElseThrow(() -> new ModuleRefused("Module '" + module.id() + "' needs module " + need
                                + ", which is not known here. Install it: module:install FILE")));
            } else if (!need.isMetBy(running.get())) {
                throw new ModuleRefused("Module '" + module.id() + "' needs module " + need + ", but version "
                        + running.get().version() + " is enabled. Upgrade it first: module:upgrade " + need.id());
            }
        }
        above.remove(module.id());
        order.add(module);
    }
}
