/** A bot that says something or, without a text, comes into the room. */
export interface Line {
  from: string;
  text?: string;
}

const say = (from: string, text: string): Line => ({ from, text });
const enter = (from: string): Line => ({ from });

/** What the bots talk about, room by room, over and over. */
export const SCRIPT: Readonly<Record<string, readonly Line[]>> = {
  "incident-4821": [
    say("Mara", "Checkout latency is over 2 s in eu-west. Opening incident 4821."),
    say("Jonas", "Seeing it too. p95 went from 180 ms to 2.4 s at 10:42."),
    enter("Priya"),
    say("Priya", "I am on call for payments. Did anything go out this morning?"),
    say("Jonas", "Only the socket gateway, 10:38. It now keeps 4x more idle connections."),
    say("Mara", "Can we see how many clients reconnect per minute?"),
    say("Priya", "About 900. Usually it is 40. They close with 1006, so no handshake."),
    say("Jonas", "That is the load balancer cutting idle sockets after 60 s."),
    say("Mara", "And our heartbeat is every 75 s since the release. There we are."),
    say("Priya", "Setting the heartbeat back to 25 s on two nodes."),
    say("Jonas", "Reconnects on those two: 31 per minute. p95 190 ms."),
    say("Mara", "Rolling it out everywhere. I will keep this room open for an hour."),
  ],
  "customer-help": [
    say("Elif", "A customer cannot see new orders until the page is reloaded."),
    say("Tom", "Same browser for everybody there?"),
    say("Elif", "Yes, and the same office network."),
    say("Tom", "Then I would look at their proxy. Some of them drop the upgrade."),
    enter("Noor"),
    say("Noor", "We had that one in spring. Port 443 with TLS got through."),
    say("Elif", "They use plain ws on 8080, so that fits. I will write to them."),
    say("Tom", "Please add the answer to the help page as well."),
  ],
  "release-train": [
    say("Sven", "Release 7.3 is cut. Smoke tests are running."),
    say("Ada", "The changelog still lacks the new binary tick format."),
    say("Sven", "Two little-endian doubles, price at 0 and volume at 8. I will add it."),
    enter("Lucia"),
    say("Lucia", "Canary looks good, 5 % of the traffic, no errors in ten minutes."),
    say("Ada", "Going to 25 %."),
    say("Sven", "Changelog is done."),
    say("Lucia", "25 % for five minutes. All green."),
  ],
};
