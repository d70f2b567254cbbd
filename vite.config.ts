import { crx } from "@crxjs/vite-plugin";
import { defineConfig } from "vitest/config";
import manifest from "./manifest.json" with { type: "json" };
import packageJson from "./package.json" with { type: "json" };

const DEV_PORT = 5199;
/** While developing, the pages take styles and hot updates from Vite; what is shipped may do neither. */
const DEV_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  `connect-src 'self' ws://127.0.0.1:${DEV_PORT} ws://localhost:${DEV_PORT} http://127.0.0.1:${DEV_PORT} http://localhost:${DEV_PORT}`,
].join("; ");

export default defineConfig(({ command }) => {
  const csp = command === "serve" ? { extension_pages: DEV_CSP } : manifest.content_security_policy;
  const shipped = { ...manifest, version: packageJson.version, content_security_policy: csp };
  return {
    plugins: process.env.VITEST ? [] : [crx({ manifest: shipped as never })],
    build: {
      target: "chrome148",
      modulePreload: false,
      // The manifest knows no field for the panel's page: the devtools page names it at run time.
      rolldownOptions: { input: { panel: "src/panel/panel.html" } },
    },
    server: {
      host: "127.0.0.1",
      port: DEV_PORT,
      strictPort: true,
      hmr: { host: "127.0.0.1", clientPort: DEV_PORT },
      cors: { origin: [/^chrome-extension:\/\//] },
    },
    test: {
      include: ["test/**/*.test.{ts,tsx}"],
      exclude: ["test/e2e/**", "node_modules/**"],
    },
  };
});
