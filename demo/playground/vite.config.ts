import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** `npm run panel`: the panel as an ordinary page, fed by a capture. */
export default defineConfig({
  root: here,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { host: "127.0.0.1", port: 5198, open: !process.env.CI, fs: { allow: [`${here}../..`] } },
});
