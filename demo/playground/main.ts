import "../../src/panel/panel.css";
import "./playground.css";
import { mount } from "../../src/panel/mount";
import { fillBar } from "./bar";
import { replayCapture } from "./capture";
import { live } from "./living";
import { flood, play } from "./player";
import { PretendingLink } from "./pretending-link";
import { type Recorded, readRecording } from "./recording";
import { sample } from "./sample";
import { readSettings, standingNotice } from "./settings";

const files = import.meta.glob<string>("../../test/captures/**/*.jsonl", {
  query: "?raw",
  import: "default",
});
const FIRST = "demo.jsonl";
const captures: Record<string, () => Promise<string> | null> = { [FIRST]: () => null };
for (const [path, load] of Object.entries(files)) captures[path.split("/").pop() ?? path] = load;
captures["made up"] = () => null;
captures.living = () => null;
captures.nothing = () => null;

const settings = readSettings(location.search, Object.keys(captures));
const panel = document.getElementById("panel") as HTMLElement;
if (settings.theme) document.documentElement.dataset.theme = settings.theme;
panel.style.width = settings.width;
panel.style.height = settings.height;
fillBar(document.getElementById("bar") as HTMLFormElement, settings, Object.keys(captures));

const link = new PretendingLink();
mount(link, panel);
const text = await captures[settings.capture]?.();
const made: Record<string, () => Recorded[]> = { nothing: () => [], living: () => [] };
const recorded = text ? readAny(text) : (made[settings.capture] ?? sample)();
if (settings.flood > 0) flood(recorded, link.tell, settings.flood, settings.rate);
else if (settings.capture === "living") live(link);
else play(recorded, link.tell, settings.pace);
if (settings.standing) link.tell(standingNotice(settings.standing));

function readAny(text: string): Recorded[] {
  return text.startsWith('{"sockeye":"capture"') ? replayCapture(text) : readRecording(text);
}
