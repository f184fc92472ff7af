/** The page inside another: one chart or the story, without the bar, and without what this browser keeps. */
import { render, type ComponentType, type JSX } from "preact";
import { createBrowserPool } from "../../workers/browser.ts";
import { PAGE } from "../charts/palette.ts";
import { Frame } from "../compare/frame.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { Waiting } from "../compare/waiting.tsx";
import { FIGURES } from "../figures/figures.ts";
import type { Figure } from "../figures/figure.ts";
import { imprintLines, imprintNow, imprintOf } from "../figures/imprint.ts";
import { linkNow } from "../links/link-now.ts";
import { openLink } from "../links/open-link.ts";
import { comeAlive } from "../shell/alive.ts";
import { document, openDocument } from "../store/document.ts";
import { LogoImage } from "../shell/logo.tsx";
import { accentStyle } from "../figures/brand.ts";
import { followLinks } from "../store/places.ts";
import { followDocument } from "../store/results.ts";
import { listenToParent } from "./listen.ts";
import "./embed.css";

/** `?embed=fan` shows a chart, `?embed=present` the story; what it doesn't know is the fan. */
export async function startEmbedded(wanted: string): Promise<void> {
  globalThis.document.documentElement.setAttribute("data-embedded", "");
  const Shown = wanted === "present" ? await story() : () => <EmbeddedFigure figure={figureNamed(wanted)} />;
  const page = globalThis.document.getElementById("page")!;
  // What was drawn ahead of the scripts is the default's page, not this chart.
  page.replaceChildren();
  render(<Shown />, page);
  comeAlive(window);
  followLinks(window, (address) => void openLink(address));
  followDocument(createBrowserPool());
  await listenToParent(window, {
    document: () => document.peek(),
    results: () => ({ imprint: imprintNow(), claim: linkNow().claim ?? null }),
    put: openDocument,
  });
}

async function story(): Promise<ComponentType> {
  return (await import("../present/place.tsx")).PresentPlace;
}

function figureNamed(name: string): Figure {
  return FIGURES.find((one) => one.name === name) ?? FIGURES.find((one) => one.name === "fan")!;
}

const LOGO = { width: 160, height: 32 };

function EmbeddedFigure({ figure }: { readonly figure: Figure }): JSX.Element {
  const height = figure.height(innerWidth);
  return (
    <main class="embedded" style={accentStyle(document.value.brand)}>
      <h1>{figure.title()}</h1>
      <p class="sentence">{figure.isReady() ? <Sentence of={figure.sentence()} /> : null}</p>
      {figure.isReady() ? (
        <Frame height={figure.height} label={figure.label()}>
          {(size) => figure.draw(size, PAGE)}
        </Frame>
      ) : (
        <Waiting height={height} />
      )}
      <p class="quiet">
        <LogoImage brand={document.value.brand} room={LOGO} />
        {imprintLines(imprintOf(figure), figure.basis).join(" · ")}
      </p>
    </main>
  );
}
