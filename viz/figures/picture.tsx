/** A figure as a picture that stands by itself: title, sentence, chart, and where it comes from. */
import type { JSX } from "preact";
import type { Brand } from "../../scenarios/index.ts";
import { accentOn } from "../charts/accent.ts";
import { round, type Size } from "../charts/geometry.ts";
import { planColour, type Palette } from "../charts/palette.ts";
import { HEADLINE, SMALL, wrapText } from "../charts/text.ts";
import type { Rich } from "../words/rich.ts";
import { logoIn } from "./brand.ts";
import type { Figure } from "./figure.ts";
import { richLines } from "./rich-lines.ts";

export interface PictureOptions {
  readonly width: number;
  readonly palette: Palette;
  /** Below the chart, a line each; a longer one is wrapped. */
  readonly imprint: readonly string[];
  /** A style sheet with the fonts; without it the reader's own are used. */
  readonly fonts?: string;
  readonly brand?: Brand | undefined;
}

export interface Picture extends Size {
  readonly svg: JSX.Element;
}

/** The variable fonts, their static instances, and what every reader has. */
const SANS = "'Libre Franklin Variable', 'Libre Franklin', sans-serif";
const SERIF = "'Source Serif 4 Variable', 'Source Serif 4', serif";
const MARGIN = 24;
const TITLE_LINE = 36;
const TITLE_LINES_MOST = 2;
const SENTENCE = 15;
const SENTENCE_LINE = 22;
const IMPRINT_LINE = 18;
const IMPRINT_LINES_MOST = 3;
const GAP = 12;
/** Room for a logo beside the imprint. */
const LOGO = { width: 180, height: 44 };

export function picture(figure: Figure, options: PictureOptions): Picture {
  const { width, palette, imprint, fonts, brand } = options;
  const inner = width - 2 * MARGIN;
  const titles = wrapText(figure.title(), "serifBold", HEADLINE, inner, TITLE_LINES_MOST);
  const sentences = richLines(figure.sentence(), SENTENCE, inner);
  const logo = logoIn(brand, LOGO);
  const beside = logo === undefined ? inner : inner - Math.ceil(logo.width) - GAP;
  const below = imprint.flatMap((line) => wrapText(line, "sans", SMALL, beside, IMPRINT_LINES_MOST));
  const size = { width: inner, height: Math.ceil(figure.height(inner)) };
  const sentenceTop = MARGIN + titles.length * TITLE_LINE;
  const chartTop = sentenceTop + sentences.length * SENTENCE_LINE + GAP;
  const ruleTop = chartTop + size.height + GAP;
  const belowHeight = Math.max(
    below.length * IMPRINT_LINE,
    logo === undefined ? 0 : GAP + Math.ceil(logo.height),
  );
  const height = ruleTop + belowHeight + MARGIN;
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={figure.label()}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={SANS}
      fill="none"
    >
      <title>{figure.title()}</title>
      <desc>{figure.label()}</desc>
      {fonts === undefined ? null : <style>{fonts}</style>}
      <path d={`M0,0H${width}V${height}H0z`} fill={palette.paper} />
      <g font-family={SERIF} font-size={HEADLINE} font-weight="600" fill={palette.ink}>
        <TextLines lines={titles} x={MARGIN} y={MARGIN + 26} step={TITLE_LINE} />
      </g>
      <Sentences lines={sentences} y={sentenceTop + 16} palette={palette} />
      <g transform={`translate(${MARGIN},${chartTop})`}>{figure.draw(size, palette)}</g>
      <path d={`M${MARGIN},${ruleTop + 0.5}H${width - MARGIN}`} stroke={accentOn(palette, brand?.accent)} />
      {logo === undefined ? null : (
        <image
          href={logo.address}
          x={round(width - MARGIN - logo.width)}
          y={ruleTop + GAP}
          width={logo.width}
          height={logo.height}
        />
      )}
      <g font-size={SMALL} fill={palette.secondary}>
        <TextLines lines={below} x={MARGIN} y={ruleTop + GAP + 12} step={IMPRINT_LINE} />
      </g>
    </svg>
  );
  return { svg, width, height };
}

function TextLines(props: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly step: number;
}): JSX.Element {
  const { lines, x, y, step } = props;
  return (
    <>
      {lines.map((line, i) => (
        <text key={i} x={x} y={round(y + i * step)}>
          {line}
        </text>
      ))}
    </>
  );
}

function Sentences(props: {
  readonly lines: readonly Rich[];
  readonly y: number;
  readonly palette: Palette;
}): JSX.Element {
  const { lines, y, palette } = props;
  return (
    <g font-size={SENTENCE} fill={palette.secondary}>
      {lines.map((line, i) => (
        <text key={i} x={MARGIN} y={y + i * SENTENCE_LINE} xml:space="preserve">
          {line.map(({ text, plan }, n) =>
            plan === undefined ? (
              text
            ) : (
              <tspan key={n} font-weight="600" fill={planColour(palette, plan)}>
                {text}
              </tspan>
            ),
          )}
        </text>
      ))}
    </g>
  );
}
