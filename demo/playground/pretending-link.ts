import type { Conditions } from "../../src/conditions";
import type { PanelCommand } from "../../src/protocol";
import { FakeLink } from "../../test/support/fake-page";

/** A link that answers a wish for pretended conditions as the worker does. */
export class PretendingLink extends FakeLink {
  conditions: Conditions | null = null;
  /** Hears what is pretended from now on. */
  pretended: (conditions: Conditions | null) => void = () => {};

  override send(command: PanelCommand): void {
    super.send(command);
    if (command.type !== "pretend") return;
    const { conditions } = command;
    this.conditions = conditions;
    // Never at once: between panel and worker there is a port.
    setTimeout(() => {
      this.tell({ type: "conditions", conditions });
      this.pretended(conditions);
    });
  }
}
