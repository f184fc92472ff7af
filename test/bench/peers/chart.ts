/** The chart of AdoptBench: times slower than the engine on a log scale, a dot per size, drawn from the CSV alone. */
import { scaleLog } from "d3";
import { CONTESTANTS, type Contestant, type Form } from "./contestants.ts";
import { digits, isEngine } from "./report.ts";
import { timesEngine, type Row } from "./summary.ts";

const WIDTH = 860;
const LEFT = 330;
const RIGHT = 90;
const TOP = 62;
const ROW_HEIGHT = 24;
const BOTTOM = 34;
const TICK_VALUES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 100, 300, 1000];
const FILLS: Readonly<Record<Form, string>> = {
  engine: "#b5431f",
  "no framework": "#5c6670",
  "at its best": "#2f6f9f",
  idiomatic: "#9fb8c9",
};
const RADII = [3, 4.5, 6];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const text = (x: number, y: number, content: string, more = ""): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(content)}</text>`;

interface Drawn {
  readonly contestant: Contestant;
  /** Times the engine by size, as places among the sizes and values. */
  readonly dots: readonly { readonly size: number; readonly times: number }[];
}

/** The chart as SVG; rows without the engine at their size are left out. */
export function chartOf(rows: readonly Row[], machine: string): string {
  const sizes = [...new Set(rows.map(({ agents }) => agents))].toSorted((a, b) => a - b);
  const drawn = CONTESTANTS.map((contestant): Drawn => {
    const dots = sizes.flatMap((agents, size) => {
      const times = timesEngine(rows, contestant.name, agents);
      return times === undefined ? [] : [{ size, times }];
    });
    return { contestant, dots };
  })
    .filter(({ dots }) => dots.length > 0)
    .toSorted((a, b) => middleOf(a) - middleOf(b));
  const values = drawn.flatMap(({ dots }) => dots.map(({ times }) => times));
  const x = scaleLog([Math.min(0.5, ...values) * 0.85, Math.max(...values) * 1.2], [LEFT, WIDTH - RIGHT]);
  const height = TOP + drawn.length * ROW_HEIGHT + BOTTOM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="#22272b" role="img">`,
    `<title>AdoptBench: how many times as long as Groundwork each framework takes</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(12, 22, "How many times as long as Groundwork's columns", 'font-size="15" font-weight="600"'),
    text(
      12,
      40,
      `AdoptBench, one hash; ${machine}; dots: ${sizes.map(digits).join(", ")} agents, the figure is the last's`,
      'fill="#5c6670"',
    ),
    legend(),
    axis(x, height - BOTTOM),
    ...drawn.map((item, i) => line(item, x, TOP + (i + 0.5) * ROW_HEIGHT)),
    "</svg>\n",
  ].join("\n");
}

function middleOf({ dots }: Drawn): number {
  return dots.reduce((sum, { times }) => sum + Math.log(times), 0) / dots.length;
}

type Scale = (value: number) => number;

function axis(x: Scale & { domain(): number[] }, bottom: number): string {
  const [least, most] = x.domain();
  return TICK_VALUES.filter((value) => value >= least && value <= most)
    .map((value) => {
      const stroke = value === 1 ? "#b5431f" : "#dfe3e6";
      const at = x(value).toFixed(1);
      const rule = `<line x1="${at}" x2="${at}" y1="${TOP - 4}" y2="${bottom}" stroke="${stroke}"/>`;
      return rule + text(x(value), bottom + 16, `${value}×`, 'text-anchor="middle" fill="#5c6670"');
    })
    .join("\n");
}

function line({ contestant, dots }: Drawn, x: Scale, y: number): string {
  const fill = FILLS[contestant.form];
  const ends = dots.map(({ times }) => x(times));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const weight = isEngine(contestant) ? ' font-weight="600"' : "";
  const last = dots[dots.length - 1];
  return [
    text(LEFT - 12, y + 4, contestant.label, `text-anchor="end"${weight}`),
    `<line x1="${from.toFixed(1)}" x2="${to.toFixed(1)}" y1="${y}" y2="${y}" stroke="${fill}" stroke-width="1.5"/>`,
    ...dots.map(
      ({ size, times }) =>
        `<circle cx="${x(times).toFixed(1)}" cy="${y}" r="${RADII[size] ?? 6}" fill="${fill}"/>`,
    ),
    isEngine(contestant)
      ? ""
      : text(to + 10, y + 4, `${digits(last.times)}×`, 'fill="#5c6670" font-size="11"'),
  ].join("\n");
}

function legend(): string {
  const starts = [WIDTH - 356, WIDTH - 296, WIDTH - 192, WIDTH - 104];
  return Object.entries(FILLS)
    .map(([form, fill], i) => {
      const dot = `<circle cx="${starts[i]}" cy="18" r="4.5" fill="${fill}"/>`;
      return dot + text(starts[i] + 8, 22, form, 'font-size="11"');
    })
    .join("\n");
}
