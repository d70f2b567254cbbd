import { BYTES_PER_ROW, hexRow } from "./hex";
import { scrollable } from "./roles";
import { useVirtualRows } from "./use-virtual-rows";

const ROW_HEIGHT = 18;

/** Bytes as offset, hex and ASCII, however many there are. */
export function HexView({ bytes }: { bytes: Uint8Array }) {
  const rows = useVirtualRows({ count: Math.ceil(bytes.length / BYTES_PER_ROW), rowHeight: ROW_HEIGHT });
  const shown = Array.from({ length: rows.last - rows.first }, (_, i) => rows.first + i);
  if (bytes.length === 0) return <p class="quiet-note">No bytes</p>;
  return (
    <div class="hex" ref={rows.scroller} onScroll={rows.onScroll} {...scrollable("Bytes")}>
      <div class="virtual" style={{ height: `${rows.height}px` }}>
        <div class="virtual-rows" style={{ transform: `translateY(${rows.offset}px)` }}>
          {shown.map((index) => {
            const { offset, hex, ascii } = hexRow(bytes, index);
            return (
              <div class="hex-row" key={index}>
                <span class="hex-offset">{offset}</span>
                <span class="hex-bytes">{hex}</span>
                <span class="hex-ascii">{ascii}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
