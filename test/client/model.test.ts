// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClientOptions, plainOptions } from "../../src/client/options";
import { Setup } from "./support/client";
import type { ScriptedSocket } from "./support/scripted-socket";

const ROOMS = ["a", "b", "c"];

/** One step of a run: a verb and a number that it may use. */
type Step = readonly [verb: keyof typeof verbs, number: number];

/** What shouldReconnect does at a close with code 1011. */
type Decision = "nothing" | "refuses" | "disconnects" | "reconnects";

/** The pings that each setting answers, and how. */
const PINGS = {
  off: [],
  digit: ["2", "3"],
  "empty-object": ["{}", "{}"],
  "json-ping": ['{"type":"ping"}', '{"type":"pong"}'],
} as const;

/** A client under test, and what the test knows of it. */
class Run {
  readonly setup: Setup;
  messages = 0;
  /** Messages of which `send` said that they are lost. */
  readonly refused = new Set<string>();
  /** Pings of the other side on each open socket. */
  readonly pings = new Map<ScriptedSocket, number>();
  /** When the newest socket opened, or last received something. */
  heard = 0;
  /** Sockets there were when disconnect was called; null: it was not, or was taken back. */
  frozen: number | null = null;

  constructor(
    readonly options: Partial<ClientOptions>,
    decision: Decision,
  ) {
    this.setup = new Setup(options);
    const { client, world } = this.setup;
    client.shouldReconnect = ({ code }) => {
      if (decision === "reconnects" && code === 1011) client.reconnect();
      if (decision === "disconnects" && code === 1011) {
        client.disconnect();
        this.frozen = world.sockets.length;
      }
      return decision !== "refuses" || code !== 1011;
    };
  }

  /** Sockets that the client let go of, whose other side may still speak. */
  get ghosts(): ScriptedSocket[] {
    return this.setup.world.sockets.filter((socket) => socket.phase === "closing");
  }

  send(): void {
    const message = `m${++this.messages}`;
    try {
      if (this.setup.client.send(message) === "dropped") this.refused.add(message);
    } catch {
      this.refused.add(message);
    }
  }

  room(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      expect(this.options.whenClosed, String(thrown)).toBe("throw");
    }
  }
}

const verbs = {
  connect: ({ setup }: Run) => void setup.client.connect(),
  reconnect: ({ setup }: Run) => setup.client.reconnect(),
  disconnect: ({ setup }: Run) => setup.client.disconnect(),
  opens: (run: Run) => {
    for (const socket of run.setup.world.alive) {
      if (socket.phase !== "connecting") continue;
      run.heard = run.setup.world.clock.now;
      socket.serverOpens();
    }
  },
  refuses: ({ setup }: Run) => {
    for (const socket of setup.world.alive) socket.serverFails();
  },
  closes: ({ setup }: Run, number: number) => {
    const code = [1000, 1001, 1011, 4401][number % 4];
    for (const socket of setup.world.alive) if (socket.phase === "open") socket.serverCloses(code);
  },
  speaks: (run: Run, number: number) => {
    const text = ["3", "hello", '{"type":"pong"}', "2", "{}", '{"type":"ping"}'][number % 6] ?? "";
    for (const socket of run.setup.world.alive) {
      if (socket.phase !== "open") continue;
      const [ping] = PINGS[run.options.heartbeat?.answers ?? "off"];
      if (text === ping) run.pings.set(socket, (run.pings.get(socket) ?? 0) + 1);
      run.heard = run.setup.world.clock.now;
      socket.serverSends(text);
    }
  },
  haunts: (run: Run, number: number) => {
    const ghost = run.ghosts[number % Math.max(1, run.ghosts.length)];
    if (number % 3 === 0) ghost?.serverOpens();
    else if (number % 3 === 1) ghost?.serverSends("late");
    else ghost?.serverCloses(1006, "", false);
  },
  waits: ({ setup }: Run, number: number) => void setup.pass(number * 37),
  online: ({ setup }: Run, number: number) => setup.world.online.turn(number % 2 === 0),
  visible: ({ setup }: Run, number: number) => setup.world.visible.turn(number % 2 === 0),
  sends: (run: Run) => run.send(),
  joins: (run: Run, number: number) => run.room(() => run.setup.client.join(ROOMS[number % 3] ?? "")),
  leaves: (run: Run, number: number) => run.room(() => run.setup.client.leave(ROOMS[number % 3] ?? "")),
};

/** Rooms that the other side believes the client to be in. */
function joinedOn(socket: ScriptedSocket): string[] {
  const rooms = new Set<string>();
  for (const frame of socket.sent.map(String)) {
    if (!frame.includes('"room"')) continue;
    const { type, room } = JSON.parse(frame) as { type: string; room: string };
    if (type === "leave") expect(rooms.delete(room)).toBe(true);
    else expect(rooms.has(room), `${room} was joined twice`).toBe(false);
    if (type === "join") rooms.add(room);
  }
  return [...rooms].sort();
}

function checkSocket({ setup, frozen }: Run): void {
  const { client, world } = setup;
  expect(world.alive.length, "sockets alive").toBeLessThanOrEqual(1);
  const phase = world.alive[0]?.phase ?? "none";
  const fitting = { connecting: "connecting", connected: "open", reconnecting: "none", disconnected: "none" };
  expect(phase).toBe(fitting[client.state]);
  if (client.state === "disconnected") {
    expect(world.clock.pending, "timers left").toBe(0);
    expect(world.online.listeners.size + world.visible.listeners.size, "watchers left").toBe(0);
  }
  if (client.state === "reconnecting") expect(world.clock.pending).toBe(client.paused ? 0 : 1);
  if (frozen !== null) expect(world.sockets.length, "sockets after disconnect").toBe(frozen);
}

function checkMessages({ setup, refused, options, messages }: Run): void {
  const sent = setup.sent().flatMap((frames) => frames.filter((frame) => frame.startsWith("m")));
  const numbers = sent.map((frame) => Number(frame.slice(1)));
  expect(numbers, "in order, none twice").toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(sent.filter((frame) => refused.has(frame))).toEqual([]);
  const waiting = setup.client.buffered.filter((frame) => String(frame).startsWith("m"));
  if (options.whenClosed !== "buffer") expect(sent.length + refused.size).toBe(messages);
  expect(sent.length + refused.size + waiting.length).toBeLessThanOrEqual(messages);
}

function checkRooms({ setup, options }: Run): void {
  const open = setup.world.alive.find((socket) => socket.phase === "open");
  if (open) expect(joinedOn(open)).toEqual([...setup.client.rooms].sort());
  if (!options.rejoin) return;
  for (const { rooms } of setup.told("rejoined")) expect(new Set(rooms).size).toBe(rooms.length);
}

function checkHeartbeat({ setup, options, pings, heard }: Run): void {
  const { answers, silence } = options.heartbeat ?? plainOptions.heartbeat;
  const [, answer] = PINGS[answers];
  for (const socket of setup.world.sockets) {
    const answered = socket.sent.filter((frame) => frame === answer).length;
    expect(answered, "answers on a socket").toBe(pings.get(socket) ?? 0);
  }
  if (setup.client.state !== "connected" || silence === 0) return;
  expect(setup.world.clock.now - heard, "silence").toBeLessThan(silence);
}

function checkDelays({ setup, options }: Run): void {
  for (const { floor, chosen, ceiling, delay, attempt } of setup.told("reconnecting")) {
    expect(floor <= chosen && chosen <= ceiling && delay === chosen).toBe(true);
    expect(attempt).toBeLessThanOrEqual(options.attempts ?? 0);
  }
}

const someOptions = fc.record({
  backoff: fc.constantFrom("none", "exponential", "full-jitter", "proportional-jitter", "min-plus-random"),
  delay: fc.constantFrom(0, 100, 1000),
  cap: fc.constantFrom(null, 2000),
  proportion: fc.constantFrom(0, 0.5),
  attempts: fc.constantFrom(0, 2, Number.POSITIVE_INFINITY),
  reconnect: fc.constantFrom(true, true, true, false),
  reconnectAfterClean: fc.boolean(),
  fatalCodes: fc.constantFrom([], [4401]),
  stableFor: fc.constantFrom(0, 500),
  connectionTimeout: fc.constantFrom(0, 400),
  heartbeat: fc.constantFrom(
    plainOptions.heartbeat,
    { ...plainOptions.heartbeat, style: "digit", interval: 600, timeout: 300 },
    { ...plainOptions.heartbeat, style: "json-ping", interval: 600, timeout: 0 },
    { ...plainOptions.heartbeat, answers: "digit", silence: 900 },
    { ...plainOptions.heartbeat, answers: "empty-object", silence: 400 },
    { ...plainOptions.heartbeat, style: "json-ping", interval: 600, answers: "json-ping", silence: 2000 },
  ),
  whenClosed: fc.constantFrom("drop", "throw", "buffer"),
  bufferLimit: fc.constantFrom(3, Number.POSITIVE_INFINITY),
  rejoin: fc.boolean(),
  openOrder: fc.constantFrom(["auth", "rejoin", "flush"], ["flush", "rejoin"], []),
  offlineAware: fc.boolean(),
  visibilityAware: fc.boolean(),
} as const) as unknown as fc.Arbitrary<Partial<ClientOptions>>;

const verb = fc.constantFrom(...(Object.keys(verbs) as (keyof typeof verbs)[]));
const someSteps = fc.array(fc.tuple(verb, fc.nat(40)) as fc.Arbitrary<Step>, { minLength: 5, maxLength: 60 });

const someDecision = fc.constantFrom<Decision>("nothing", "refuses", "disconnects", "reconnects");

test("W33 W29-W32 P13 reconnecting 9 15 16 18 19 22 29 30: whatever happens, what must hold holds", () => {
  fc.assert(
    fc.property(someOptions, someDecision, someSteps, fc.integer(), (options, decision, steps, seed) => {
      const run = new Run(options, decision);
      let state = seed >>> 0;
      run.setup.world.random = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
      };
      for (const [name, number] of steps) {
        verbs[name](run, number);
        if (name === "disconnect") run.frozen = run.setup.world.sockets.length;
        if (name === "connect" || name === "reconnect") run.frozen = null;
        checkSocket(run);
        checkMessages(run);
        checkRooms(run);
        checkHeartbeat(run);
      }
      checkDelays(run);
      run.setup.client.disconnect();
      expect([run.setup.world.alive.length, run.setup.world.clock.pending]).toEqual([0, 0]);
    }),
    { numRuns: 400 },
  );
});
