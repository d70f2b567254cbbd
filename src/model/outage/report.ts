import { maskUrls } from "../secrets/mask-urls";
import { courseOf } from "./course";
import type { Outage, OutageFacts, SessionFacts } from "./facts";
import { fatesOf } from "./fates";
import type { OutageReport, SessionReport } from "./outage-report";
import { roomReturns } from "./room-returns";
import { verdictOf } from "./verdict";

/** Works out what an outage did to each session. Never throws. */
export function outageReport(facts: OutageFacts): OutageReport {
  const { began, ended, kind, told } = facts;
  const sessions = facts.sessions.map((session) => sessionReport(session, facts));
  return { began, ended, kind, told, duration: Math.max(0, ended - began), sessions };
}

function sessionReport(session: SessionFacts, outage: Outage): SessionReport {
  const course = courseOf(session, outage);
  const { alive, attempts, detected, recovery, stayed, left } = course;
  const concerned = new Set([...alive.map(({ number }) => number), ...attempts.map(({ socket }) => socket)]);
  if (recovery) concerned.add(recovery.number);
  const losses = session.losses.filter(({ socket }) => concerned.has(socket));
  const report = {
    label: maskUrls(session.label, quiet),
    url: maskUrls(session.url, quiet),
    connected: alive.length > 0,
    stayed,
    left,
    detected,
    attempts,
    recovered: recovery ? recovery.openedAt - outage.ended : null,
    rooms: roomReturns(session.frames, course, outage.began),
    fates: fatesOf(session.frames, course, outage),
    gaps: {
      frames: losses.reduce((sum, { count }) => sum + count, 0),
      uncounted: losses.some(({ count }) => count === 0),
    },
  };
  return { ...report, verdict: verdictOf(report, outage) };
}

function quiet(): void {}
