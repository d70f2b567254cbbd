import browser from "webextension-polyfill";

// The leading slash makes Firefox resolve the path from the root, as Chromium does anyway.
browser.devtools.panels.create("Sockeye", "/icons/sockeye-16.png", "/src/panel/panel.html");
