import { crx } from "@crxjs/vite-plugin";
import { defineConfig } from "vitest/config";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };

export default defineConfig({
  plugins: process.env.VITEST
    ? []
    : [crx({ manifest: { ...manifest, version: packageJson.version } as never })],
  build: {
    target: "chrome148",
    modulePreload: false,
    // The manifest knows no field for the panel's page: the devtools page names it at run time.
    rolldownOptions: { input: { panel: "src/panel/panel.html" } },
  },
  server: {
    host: "127.0.0.1",
    port: 5199,
    strictPort: true,
    hmr: { host: "127.0.0.1", clientPort: 5199 },
    cors: { origin: [/^chrome-extension:\/\//] },
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**", "node_modules/**"],
  },
});
