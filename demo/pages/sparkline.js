const POINTS = 240;
const WIDTH = 300;
const HEIGHT = 80;
const MARGIN = 4;

/**
 * A line through the last values, a minute of them at four a second.
 * @param {SVGSVGElement} svg With paths of the classes "line" and "area".
 * @returns {(value: number) => void} Adds a value and draws.
 */
export function createSparkline(svg) {
  /** @type {number[]} */
  const values = [];

  return (value) => {
    values.push(value);
    if (values.length > POINTS) values.shift();
    const low = Math.min(...values);
    const range = Math.max(...values) - low || 1;
    const step = WIDTH / Math.max(values.length - 1, 1);
    const points = values.map((each, index) => {
      const y = HEIGHT - MARGIN - ((each - low) / range) * (HEIGHT - 2 * MARGIN);
      return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
    });
    svg.querySelector(".line")?.setAttribute("d", `M${points.join("L")}`);
    svg.querySelector(".area")?.setAttribute("d", `M0,${HEIGHT}L${points.join("L")}L${WIDTH},${HEIGHT}Z`);
  };
}
