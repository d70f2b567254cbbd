import type { Socket } from "../socket";

interface Page {
  startedDateTime: string;
  id: string;
  title: string;
  pageTimings: { onContentLoad: number; onLoad: number };
}

/** A HAR's page for each document that has sockets, as Chrome writes them: titled by its address. */
export function pagesOf(sockets: readonly Socket[]): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const { document, documentUrl, createdAt } of sockets) {
    if (pages.has(document)) continue;
    pages.set(document, {
      startedDateTime: new Date(createdAt).toISOString(),
      id: `page_${pages.size + 1}`,
      title: documentUrl,
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    });
  }
  return pages;
}
