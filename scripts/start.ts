import { interruption } from "./interrupt";
import { parseOptions, USAGE } from "./start/options";

const signal = interruption();
try {
  const options = parseOptions(process.argv.slice(2), process.platform, process.env);
  if (options.help) {
    console.log(USAGE);
  } else {
    // Playwright takes its time to load; a signal in that time should find us listening.
    const { start } = await import("./start/start");
    await start(options, signal);
  }
} catch (error) {
  if (signal.aborted) {
    console.log("Stopped.");
  } else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
// A browser or a socket that is slow to die shall not keep the user waiting.
process.exit();
