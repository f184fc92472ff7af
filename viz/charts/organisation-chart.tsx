/** A firm as it is built: units as wide as their people, departments in them, teams in those, and how roles share it. */
import type { JSX } from "preact";
import { round, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { fitText, isolated, SMALL } from "./text.ts";

/** A part of a level: a unit, a department, a team or a role. */
export interface Part {
  readonly name: string;
  readonly people: number;
}

export interface Level {
  readonly label: string;
  /** In the order of those above: a part lies under the one that holds it. */
  readonly parts: readonly Part[];
}

export interface OrganisationData {
  /** Units, departments, teams. */
  readonly levels: readonly Level[];
  readonly roles: Level;
  readonly counted: (people: number) => string;
}

const LABEL = 18;
const ROW = 24;
const BETWEEN = 8;
/** Narrower parts run together, without edges. */
const EDGE_LEAST = 2.5;
/** Where parts would be narrower than this on average, the level is one box. */
const PART_LEAST = 2;

export function organisationHeight(levels: number): number {
  return (levels + 1) * (LABEL + ROW + BETWEEN);
}

/** Every level is a row in which the whole firm is as wide as the picture. */
export function organisationBody(data: OrganisationData, size: Size, palette: Palette): JSX.Element {
  return (
    <g font-size={SMALL}>
      {[...data.levels, data.roles].map((level, i) => (
        <Row
          key={level.label}
          level={level}
          top={i * (LABEL + ROW + BETWEEN)}
          tone={level === data.roles ? 1 : 0}
          counted={data.counted}
          size={size}
          palette={palette}
        />
      ))}
    </g>
  );
}

function Row(props: {
  readonly level: Level;
  readonly top: number;
  readonly tone: number;
  readonly counted: (people: number) => string;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { level, top, tone, counted, size, palette } = props;
  const people = level.parts.reduce((sum, part) => sum + part.people, 0);
  const isTooFine = size.width / level.parts.length < PART_LEAST;
  const parts = isTooFine ? [{ name: "", people }] : level.parts;
  let before = 0;
  const boxes = parts.map((part) => {
    const left = round((before / people) * size.width);
    before += part.people;
    return { part, left, right: round((before / people) * size.width) };
  });
  return (
    <g>
      <text y={top + 13} fill={palette.secondary}>
        {level.label}
      </text>
      {boxes.map(({ part, left, right }, i) => {
        const edge = right - left >= EDGE_LEAST ? 1 : 0;
        const y = top + LABEL;
        const text = fitText(part.name, "sans", SMALL, right - left - 8);
        const isWhole = text === part.name;
        const number = counted(part.people);
        const both = fitText(`${part.name} ${number}`, "sans", SMALL, right - left - 8);
        return (
          <g key={i}>
            <path
              d={`M${left},${y}H${round(right - edge)}v${ROW}H${left}z`}
              fill={palette.states[tone]}
              fill-opacity={i % 2 === 0 ? "1" : "0.7"}
            />
            {text.length < 3 ? null : (
              <text x={left + 4} y={y + 16} fill={palette.ink}>
                {isWhole && both === `${part.name} ${number}` ? `${isolated(part.name)} ${number}` : text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
