// @vitest-environment node
import { describe, expect, test } from "vitest";
import { importOptions } from "../../src/client/import-options";
import { heartbeatHelp, optionHelp } from "../../src/client/option-help";
import { plainOptions } from "../../src/client/options";
import { presets } from "../../src/client/presets";

describe("importing options", () => {
  test("P07 P10 C14: the names of PhilJS", () => {
    const given = {
      reconnect: true,
      reconnectAttempts: 10,
      reconnectDelay: 1000,
      maxReconnectDelay: 30_000,
      heartbeatInterval: 30_000,
    };
    expect(importOptions(given)).toEqual({
      options: { reconnect: true, attempts: 10, delay: 1000, cap: 30_000, heartbeat: { interval: 30_000 } },
      refused: [],
    });
  });

  test("W05 K48 C14: the names of WarpKit and Recker, and no limit as JSON can say it", () => {
    expect(
      importOptions({ maxReconnectAttempts: "Infinity", heartbeatInterval: 10_000, heartbeatTimeout: 5000 }),
    ).toEqual({
      options: { attempts: Number.POSITIVE_INFINITY, heartbeat: { interval: 10_000, timeout: 5000 } },
      refused: [],
    });
    expect(importOptions({ attempts: null }).options).toEqual({ attempts: Number.POSITIVE_INFINITY });
  });

  test("C14: the names of SignalR", () => {
    const given = { keepAliveIntervalInMilliseconds: 15_000, serverTimeoutInMilliseconds: 30_000 };
    expect(importOptions(given)).toEqual({
      options: { heartbeat: { interval: 15_000, silence: 30_000 } },
      refused: [],
    });
  });

  test("K05 K06 K07 K08: what a browser has not is named", () => {
    const { options, refused } = importOptions({
      dispatcher: {},
      proxy: "",
      tls: {},
      perMessageDeflate: false,
    });
    expect(options).toEqual({});
    expect(refused.map(({ key, why }) => `${key}: ${why}`)).toEqual(
      ["dispatcher", "proxy", "tls", "perMessageDeflate"].map((key) => `${key}: not applicable in a browser`),
    );
  });

  test("what is unknown or does not fit is named, and the rest taken", () => {
    expect(
      importOptions({
        cap: null,
        delay: "soon",
        colour: 1,
        heartbeatTimeout: -1,
        heartbeat: { text: "x", toString: 1 },
      }),
    ).toEqual({
      options: { cap: null, heartbeat: { text: "x" } },
      refused: [
        { key: "delay", why: "its value does not fit" },
        { key: "colour", why: "unknown" },
        { key: "heartbeatTimeout", why: "its value does not fit" },
        { key: "heartbeat.toString", why: "unknown" },
      ],
    });
    for (const value of [null, 7, "x", []]) expect(importOptions(value).refused).toHaveLength(1);
  });

  test("W45: no key reaches a prototype", () => {
    const { refused } = importOptions(JSON.parse('{"__proto__":{"delay":1},"constructor":1}'));
    expect(refused.map(({ key }) => key)).toEqual(["__proto__", "constructor"]);
  });

  test.each(presets.map((preset) => [preset.id, preset.options] as const))(
    "the options of %s survive being saved as JSON",
    (_id, options) => {
      expect(importOptions(JSON.parse(JSON.stringify(options)))).toEqual({ options, refused: [] });
    },
  );
});

describe("presets", () => {
  test("P01 C10-C13 C16 C31: the documented ones first, in the order of the table", () => {
    expect(presets.map(({ id }) => id)).toEqual([
      "philjs",
      "guide",
      "warpkit",
      "recker",
      "partysocket",
      "socket.io",
      "phoenix",
      "centrifuge",
      "graphql-ws",
      "signalr",
    ]);
    const table = presets.slice(0, 4).map(({ options }) => {
      const { reconnect, delay, cap, attempts, backoff, connectionTimeout, heartbeat } = options;
      const { whenClosed, rejoin, offlineAware, visibilityAware } = options;
      return [
        ...[reconnect, delay, cap, attempts, backoff, connectionTimeout],
        ...[heartbeat.interval, heartbeat.style, heartbeat.timeout, heartbeat.closeCode],
        ...[whenClosed, rejoin, offlineAware, visibilityAware],
      ].join(" ");
    });
    expect(table).toEqual([
      "true 1000 30000 Infinity exponential 0 30000 json-ping-payload 0  drop false false false",
      "true 1000 30000 Infinity exponential 0 30000 json-ping 0  buffer false false false",
      "true 500 20000 Infinity full-jitter 5000 25000 digit 5000  buffer true true true",
      "false 1000  5 exponential 0 30000 recker 10000 4000 throw false false false",
    ]);
  });

  test("every option has one sentence of help", () => {
    const { heartbeat, ...rest } = plainOptions;
    expect(Object.keys(optionHelp).sort()).toEqual(Object.keys(rest).sort());
    expect(Object.keys(heartbeatHelp).sort()).toEqual(Object.keys(heartbeat).sort());
    for (const text of [...Object.values(optionHelp), ...Object.values(heartbeatHelp)]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("R-W5 R-K3 R-K4: what was measured stands beside what is documented", () => {
    expect(presets.filter(({ measured }) => measured).map(({ id }) => id)).toEqual([
      "philjs",
      "guide",
      "warpkit",
      "recker",
    ]);
    expect(presets[2]?.measured?.options.backoff).toBe("min-plus-random");
    expect(presets[3]?.measured?.options).toMatchObject({ proportion: 0.2, cap: 30_000, attempts: 1 });
  });
});
