import { expectRows } from "../support/grid";
import { expect } from "./fixtures";
import { press, test } from "./support/dialects";
import { details, fact, filterBox, frameCells, frameRows, openEnvelope } from "./support/reading";

test("warpkit: another dialect each way, how sure that is, why, and where each field stands", async ({
  openPanelOf,
}) => {
  const panel = await openPanelOf("warpkit");
  const sent = await openEnvelope(panel, 'room:"account:a1"', { Direction: "sent", Name: "room.join" });
  await expect(fact(sent, "Kind")).toHaveText("join");
  await expect(fact(sent, "Name")).toHaveText("room.join from type");
  await expect(fact(sent, "Room")).toHaveText("account:a1 from room");
  await expect(fact(sent, "Read as")).toHaveText("WarpKit");
  await expect(fact(sent, "Dialect")).toContainText(/^WarpKit for what is sent on #1, [1-9]\d % sure/);
  await expect(fact(sent, "Dialect")).toContainText(/\d of \d+ frames fit: .*its `type` is `room\.join`/);
  await expect(fact(sent, "Direction")).toHaveText("sent");

  const received = await openEnvelope(panel, "name:incident.created", { Direction: "received" });
  await expect(fact(received, "Kind")).toHaveText("message");
  await expect(fact(received, "Name")).toHaveText("incident.created from name");
  await expect(fact(received, "Room")).toHaveCount(0);
  await expect(fact(received, "Message time")).toContainText(/ before the frame .* from timestamp$/);
  await expect(fact(received, "Dialect")).toContainText(
    /^WarpKit for what is received on #1, [1-9]\d % sure/,
  );
  await expect(fact(received, "Dialect")).toContainText(
    "it has string `name`, `data` and a number `timestamp`",
  );
});

test("a dialect is chosen by hand, for both directions, and given back", async ({ openPanelOf }) => {
  const panel = await openPanelOf("warpkit");
  const envelope = await openEnvelope(panel, "incident", { Name: "incident.created" });
  const choice = envelope.getByRole("combobox", { name: /^Read as/ });
  await expect(choice).toHaveValue("");
  await choice.selectOption({ label: "Untyped JSON" });
  await expect(fact(envelope, "Name (keys)")).toHaveText("name, data, timestamp");
  await expect(fact(envelope, "Dialect")).toContainText("Untyped JSON for what is received on #1, by choice");
  await expect(frameRows(panel, { Name: "incident.created" })).toHaveCount(0);
  await filterBox(panel).fill("dir:sent -kind:heartbeat dialect:untyped");
  await expect(frameCells(panel, "Name")).toHaveText(["type, token", "type, room", "type, room"]);
  await expect(frameCells(panel, "Room")).toHaveText(["", "", ""]);

  await choice.selectOption({ label: "what it looks like" });
  await expectRows(panel, 0);
  await filterBox(panel).fill("name:room.join");
  await expect(frameCells(panel, "Room")).toHaveText(["account:a1", "project:p7"]);
  await expect(fact(envelope, "Name")).toHaveText("incident.created from name");
  await expect(fact(envelope, "Dialect")).toContainText(/% sure/);
});

test("philjs: room, sender and members, and an echo with the frame it repeats", async ({
  page,
  openPanelOf,
}) => {
  const panel = await openPanelOf("philjs");
  const joined = await openEnvelope(panel, "name:room:joined", { Direction: "received" });
  await expect(fact(joined, "Kind")).toHaveText("join-confirmed");
  await expect(fact(joined, "Room")).toHaveText("room-abc from room");
  await expect(fact(joined, "Members")).toHaveText("these: Mara, Jonas, Robin");
  await expect(fact(joined, "Dialect")).toContainText("PhilJS realtime for what is received on #1");

  await press(page, "Say");
  const echo = await openEnvelope(panel, "is:echo", { Name: "chat:message" });
  await expect(fact(echo, "Sender")).toHaveText("u-robin from from");
  await expect(fact(echo, "Echo of")).toContainText(/^chat:message .* before$/);
  await fact(echo, "Echo of").getByRole("button", { name: "chat:message" }).click();
  await expect(fact(details(panel), "Direction")).toHaveText("sent");
});

test("recker: the dialect's own word stands beside ours", async ({ openPanelOf }) => {
  const panel = await openPanelOf("recker");
  const topics = await openEnvelope(panel, "name:subscribe", { Direction: "sent" });
  await expect(fact(topics, "Kind")).toHaveText("join");
  await expect(fact(topics, "Name (action)")).toHaveText("subscribe from action");
  await expect(fact(topics, "Room (topic)")).toHaveText("alerts, messages, updates from topics");
  const beat = await openEnvelope(panel, "kind:heartbeat", { Direction: "sent" });
  await expect(fact(beat, "Heartbeat")).toHaveText("asks; whatever comes next answers");
  await expect(fact(beat, "Read as")).toHaveText("Recker");
});

test("guide and universal say what they are", async ({ page, openPanelOf }) => {
  const guide = await openPanelOf("guide");
  const joined = await openEnvelope(guide, 'name:"joined"', { Direction: "received" });
  await expect(fact(joined, "Read as")).toHaveText("Flat JSON");
  await expect(fact(joined, "Dialect")).toContainText("it is `joined` with `users`, or `left` with `userId`");
  await expect(fact(joined, "Members")).toHaveText(/^these: u-mara, u-jonas, robin$/);
  await page.goto("about:blank");

  const universal = await openPanelOf("universal");
  const join = await openEnvelope(universal, "name:join-room", { Direction: "sent" });
  await expect(fact(join, "Read as")).toHaveText("Universal API mock");
  await expect(fact(join, "Room")).toHaveText("general from room");
  await expect(fact(join, "Sender")).toHaveText("Robin from username");
});

test("json-rpc: a reply names its request and how long it took", async ({ openCapture }) => {
  const panel = await openCapture("protocols/json-rpc.jsonl");
  const result = await openEnvelope(panel, 'name:"result eth_chainId"', { Direction: "received" });
  await expect(fact(result, "Kind")).toHaveText("ack");
  await expect(fact(result, "Answers")).toHaveText("1 from id");
  await expect(fact(result, "Reply to")).toHaveText(/^eth_chainId 13 ms before$/);
  const lost = await openEnvelope(panel, "eth_getLogs", { Direction: "sent" });
  await expect(fact(lost, "Id")).toHaveText("10, to be answered from id");
  await expect(fact(lost, "Reply")).toHaveText("none has come");
});
