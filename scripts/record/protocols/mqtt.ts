import * as packets from "./mqtt-packets";
import { received, sent, type Tape } from "./tape";

const { connack, connect, puback, publish, suback, subscribe, unsuback, unsubscribe } = packets;
const large = publish("home/kitchen/log", "x".repeat(200));

/** MQTT 3.1.1 over binary frames. Packets need not end where frames do: two in one, and one in two, are here. */
export const mqtt: Tape = {
  url: "wss://broker.example.com:8884/mqtt",
  asked: ["mqtt"],
  protocol: "mqtt",
  lines: [
    sent(42, connect("robin-1", "robin", "herring", 10)),
    received(60, connack(0)),
    sent(65, subscribe(1, ["home/+/temperature", 1], ["home/kitchen/#", 0], ["$SYS/#", 0])),
    received(80, suback(1, 1, 0, 128)),
    received(82, publish("home/kitchen/temperature", "21.5", undefined, true)),
    received(1000, publish("home/hall/temperature", '{"celsius":19}', 7)),
    sent(1002, puback(7)),
    sent(2000, publish("home/hall/light", "on", 2)),
    received(2011, puback(2)),
    received(
      3000,
      Buffer.concat([publish("home/kitchen/door", "open"), publish("home/kitchen/door", "shut")]),
    ),
    received(4000, large.subarray(0, 100)),
    received(4001, large.subarray(100)),
    sent(12_000, packets.PINGREQ),
    received(12_012, packets.PINGRESP),
    sent(22_000, packets.PINGREQ),
    received(22_015, packets.PINGRESP),
    sent(23_000, unsubscribe(3, "home/kitchen/#")),
    received(23_010, unsuback(3)),
    sent(33_000, packets.PINGREQ),
    received(33_011, packets.PINGRESP),
    sent(34_000, packets.DISCONNECT),
  ],
  closed: { at: 34_010, code: 1005 },
};
