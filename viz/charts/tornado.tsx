/** A tornado: for each input the change at the high and at the low end of its range, from the present gap. */
import type { JSX } from "preact";
import { Chart } from "./chart.tsx";
import { round, scaleOf, type Scale, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { SMALL, widthOf, wrapText } from "./text.ts";

/** A change with its interval; without one there is no tick. */
export interface BarValue {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface TornadoRow {
  readonly name: string;
  /** How well it is known: A to D. */
  readonly grade: string;
  readonly high: BarValue;
  readonly low: BarValue;
  /** Whether a change can be told from none. */
  readonly isTold: boolean;
}

export interface TornadoData {
  /** The widest first. */
  readonly rows: readonly TornadoRow[];
  /** Whose colour a change up and one down have. */
  readonly above: number;
  readonly below: number;
  readonly valueText: (value: number) => string;
}

const TORNADO_ROW = 36;
const LABELS = 148;
const GRADE = 14;
const BAR = 9;
/** Tops of the two bars within a row: at the high end, at the low end. */
const TOPS = { high: 4, low: 19 } as const;
const GAP = 5;
const UNTOLD = "can’t be told from 0";

export function tornadoHeight(rows: number): number {
  return rows * TORNADO_ROW + 4;
}

/** Pixels of changes, with room for their texts on both sides. */
function changeScale(
  values: readonly BarValue[],
  valueText: (value: number) => string,
  [left, right]: readonly [number, number],
): Scale {
  const ends = values.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = GAP + Math.max(0, ...values.map(({ value }) => widthOf(valueText(value), "sans", SMALL)));
  const isFlat = low === 0 && high === 0;
  return scaleOf(isFlat ? [-1, 1] : [low, high], [left + (low < 0 || isFlat ? room : 0), right - room]);
}

export function TornadoMarks(props: {
  readonly data: TornadoData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const values = data.rows.flatMap(({ high, low }) => [high, low]);
  const x = changeScale(values, data.valueText, [LABELS + GRADE + 8, size.width]);
  return (
    <g font-size={SMALL}>
      {data.rows.map((row, i) => (
        <Row
          key={row.name}
          row={row}
          top={i * TORNADO_ROW}
          x={x}
          data={data}
          width={size.width}
          palette={palette}
        />
      ))}
      <path d={`M${x(0)},0V${size.height - 4}`} stroke={palette.ink} />
    </g>
  );
}

function Row(props: {
  readonly row: TornadoRow;
  readonly top: number;
  readonly x: Scale;
  readonly data: TornadoData;
  readonly width: number;
  readonly palette: Palette;
}): JSX.Element {
  const { row, top, x, data, width, palette } = props;
  const lines = wrapText(row.name, "sans", SMALL, LABELS - 6, 2);
  const middle = top + TORNADO_ROW / 2;
  return (
    <g>
      <text fill={palette.ink}>
        {lines.map((line, n) => (
          <tspan key={n} x={0} y={round(middle + 3 + (n - (lines.length - 1) / 2) * 15)}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={LABELS} y={round(middle + 3)} fill={palette.secondary}>
        {row.grade}
      </text>
      {(["high", "low"] as const).map((end) => (
        <Bar
          key={end}
          value={row[end]}
          top={top + TOPS[end]}
          isFilled={end === "high"}
          isTold={row.isTold}
          text={row.isTold ? data.valueText(row[end].value) : ""}
          x={x}
          data={data}
          palette={palette}
        />
      ))}
      {row.isTold ? null : <Untold x={x} y={middle + 3} width={width} row={row} palette={palette} />}
    </g>
  );
}

/** Said beside the bars, on the side with more room. */
function Untold(props: {
  readonly x: Scale;
  readonly y: number;
  readonly width: number;
  readonly row: TornadoRow;
  readonly palette: Palette;
}): JSX.Element {
  const { x, y, width, row, palette } = props;
  const ends = [row.high, row.low].flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const right = x(Math.max(0, ...ends)) + GAP;
  const fits = right + widthOf(UNTOLD, "sans", SMALL) <= width;
  return (
    <text
      x={round(fits ? right : x(Math.min(0, ...ends)) - GAP)}
      y={round(y)}
      text-anchor={fits ? "start" : "end"}
      fill={palette.secondary}
    >
      {UNTOLD}
    </text>
  );
}

function Bar(props: {
  readonly value: BarValue;
  readonly top: number;
  readonly isFilled: boolean;
  readonly isTold: boolean;
  readonly text: string;
  readonly x: Scale;
  readonly data: Pick<TornadoData, "above" | "below">;
  readonly palette: Palette;
}): JSX.Element {
  const { value, top, isFilled, isTold, text, x, data, palette } = props;
  const colour = isTold ? planColour(palette, value.value < 0 ? data.below : data.above) : palette.secondary;
  const isLeft = value.value < 0;
  const far = isLeft ? (value.low ?? value.value) : (value.high ?? value.value);
  return (
    <g fill={colour}>
      <path
        d={`M${x(0)},${top}H${x(value.value)}v${BAR}H${x(0)}z`}
        {...(isFilled ? {} : { fill: palette.paper, stroke: colour })}
      />
      <IntervalTick value={value} y={top + BAR / 2} x={x} palette={palette} />
      {text === "" ? null : (
        <text x={round(x(far) + (isLeft ? -GAP : GAP))} y={top + BAR} text-anchor={isLeft ? "end" : "start"}>
          {text}
        </text>
      )}
    </g>
  );
}

/** The interval of 95% as a line in ink across a bar's end. */
export function IntervalTick(props: {
  readonly value: BarValue;
  readonly y: number;
  readonly x: Scale;
  readonly palette: Palette;
}): JSX.Element | null {
  const { low, high } = props.value;
  if (low === null || high === null || low === high) return null;
  return <path d={`M${props.x(low)},${round(props.y)}H${props.x(high)}`} stroke={props.palette.ink} />;
}

/** The whole chart, as exports and the terminal draw it. */
export function tornado(data: TornadoData, size: Size, palette: Palette, label: string): JSX.Element {
  return (
    <Chart size={size} label={label}>
      <TornadoMarks data={data} size={size} palette={palette} />
    </Chart>
  );
}
