package pl.otwartagmina.bench;

import java.util.OptionalDouble;

/**
 * One figure of the table.
 *
 * @param portal what the portal needs
 * @param peer what it is compared with, if anything
 * @param goal most that the ratio may be, or the portal's value where there is no peer; empty where there is no goal
 */
record Figure(String name, String unit, double portal, OptionalDouble peer, OptionalDouble goal) {
    static Figure alone(String name, String unit, double portal, double goal) {
        return new Figure(name, unit, portal, OptionalDouble.empty(), OptionalDouble.of(goal));
    }

    static Figure known(String name, String unit, double portal) {
        return new Figure(name, unit, portal, OptionalDouble.empty(), OptionalDouble.empty());
    }

    static Figure against(String name, String unit, double portal, double peer, double goal) {
        return new Figure(name, unit, portal, OptionalDouble.of(peer), OptionalDouble.of(goal));
    }

    static Figure compared(String name, String unit, double portal, double peer) {
        return new Figure(name, unit, portal, OptionalDouble.of(peer), OptionalDouble.empty());
    }

    OptionalDouble ratio() {
        return peer.isPresent() ? OptionalDouble.of(portal / peer.getAsDouble()) : OptionalDouble.empty();
    }

    boolean reached() {
        return goal.isEmpty() || ratio().orElse(portal) <= goal.getAsDouble();
    }
}
