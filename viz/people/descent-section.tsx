/** Who brought whom: chains from their origins, and all who descend from somebody. */
import { computed, signal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { PAGE } from "../charts/palette.ts";
import { Choice } from "../compare/choice.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { plain, rich, type Rich } from "../words/rich.ts";
import { entryText } from "./diary-words.ts";
import { boxesOf, descentBody, descentHeight, type Box } from "./descent-chart.tsx";
import {
  descentHeading,
  descentSentence,
  descentTable,
  HANDED_ON,
  originText,
  treeSentence,
  type HandedOn,
  type ToldForest,
} from "./descent-words.ts";
import { followed, told } from "./follow.ts";
import { chainTo, descentOf, genealogyOf, lastEventOf } from "./genealogy.ts";
import { capital, nameOf } from "./person-names.ts";
import { notation } from "../store/notation.ts";
import { countText } from "../words/decimals.ts";
import type { Chronicle } from "../../engine/index.ts";
import type { Figure } from "../figures/figure.ts";
import { TakeAway } from "../compare/take-away.tsx";
import { isAlone } from "../shell/alone.ts";
import { future } from "./watch.ts";
import { futureText } from "./words.ts";
import { isolated } from "../charts/text.ts";

const GENERATIONS_MOST = 7;

const handedOn = signal<HandedOn>(HANDED_ON[0]);
const genealogies = computed(() => told.value.map(({ chronicle }) => genealogyOf(chronicle)));
const forests = computed<readonly ToldForest[]>(() =>
  told.value.map(({ plan, chronicle }, i) => {
    const genealogy = genealogies.value[i];
    return { plan, chronicle, genealogy, descent: descentOf(chronicle, genealogy, handedOn.value.kind) };
  }),
);

export function DescentSection(): JSX.Element | null {
  const all = forests.value;
  if (all.length === 0) return null;
  return (
    <Section
      class="descent"
      heading={<Sentence of={descentHeading(all, handedOn.value, notation.value)} />}
      sentence={descentSentence(all, nameOf.value, notation.value)}
      table={{ name: "chains", data: () => descentTable(all, handedOn.value, notation.value) }}
    >
      <p class="verbs">
        <label>
          What is handed on:{" "}
          <Choice
            label="What is handed on"
            value={handedOn.value.name}
            options={HANDED_ON.map(({ name, label }) => ({ value: name, text: label }))}
            onChoose={(name) => (handedOn.value = HANDED_ON.find((one) => one.name === name) ?? HANDED_ON[0])}
          />
        </label>
        {all.map(({ plan, chronicle, descent: { greatest, longestEnd } }) =>
          greatest < 0 ? null : (
            <span key={plan.plan}>
              <Sentence of={[{ text: plan.name, plan: plan.plan }]} />: follow{" "}
              <button
                type="button"
                class="link"
                onClick={() => (followed.value = chronicle.person[greatest])}
              >
                who brought most
              </button>{" "}
              or{" "}
              <button
                type="button"
                class="link"
                onClick={() => (followed.value = chronicle.person[longestEnd])}
              >
                the end of the longest chain
              </button>
            </span>
          ),
        )}
      </p>
      {all.map((forest) => (
        <Line key={forest.plan.plan} forest={forest} />
      ))}
    </Section>
  );
}

/** The chain to the person followed under one plan, and all who descend from it. */
function Line({ forest }: { readonly forest: ToldForest }): JSX.Element | null {
  const { plan, chronicle, genealogy } = forest;
  const person = followed.value;
  const event = person === null ? -1 : lastEventOf(chronicle, person, handedOn.value.kind);
  const boxes = useMemo(
    () => (event < 0 ? [] : boxesOf(genealogy, event, GENERATIONS_MOST)),
    [genealogy, event],
  );
  if (person === null) return null;
  const name = capital(nameOf.value(person));
  if (event < 0) {
    return (
      <p>
        <Sentence of={rich`Under ${plan}, ${name} is not among those ${handedOn.value.who}.`} />
      </p>
    );
  }
  const brought = genealogy.descendants[event];
  return (
    <div class="line">
      <h3>
        <Sentence of={broughtSentence(forest, name, brought)} />
      </h3>
      <ol>
        {chainTo(chronicle, event).map((link, i) => (
          <li key={link}>
            {i === 0 ? `From ${originText(chronicle.cause[link])}: ` : ""}
            {`${nameAt(chronicle, link)}, week ${chronicle.week[link]}: `}
            {entryText({ week: 0, kind: "did", event: link }, chronicle, nameOf.value)}
          </li>
        ))}
      </ol>
      {brought === 0 ? null : <Tree tree={{ forest, event, boxes, name }} />}
    </div>
  );
}

/** Whoever an event is of. */
function nameAt({ person }: Chronicle, event: number): string {
  return capital(nameOf.value(person[event]));
}

/** All who descend from an event of somebody, as they are drawn. */
interface DrawnTree {
  readonly forest: ToldForest;
  readonly event: number;
  readonly boxes: readonly Box[];
  readonly name: string;
}

function Tree({ tree }: { readonly tree: DrawnTree }): JSX.Element {
  const figure = descentFigure(tree);
  return (
    <>
      <Frame height={descentHeight(tree.boxes)} label={figure.label()}>
        {(size) => figure.draw(size, PAGE)}
      </Frame>
      {isAlone ? null : <TakeAway figure={figure} />}
    </>
  );
}

function descentFigure({ forest, event, boxes, name }: DrawnTree): Figure {
  const { plan, chronicle, genealogy } = forest;
  const brought = genealogy.descendants[event];
  return {
    name: `descent ${plan.name}`,
    title: () => plain(broughtSentence(forest, name, brought)),
    sentence: () => [...futureText(future.value), ...treeSentence(handedOn.value)],
    label: () =>
      `${name} brought ${brought} people under ${isolated(plan.name)}, directly ${genealogy.childrenOf(event).length}; the table lists chains`,
    basis: "nothing",
    drawnOf: () => "own",
    isReady: () => true,
    height: () => descentHeight(boxes),
    draw: (size, palette) => descentBody(boxes, (i) => nameAt(chronicle, i), plan.plan, size, palette),
    numbers: () => ({
      heads: ["generation", "person", "week", "brought by", "descendants"],
      rows: boxes.map((box) => [
        box.generation,
        nameAt(chronicle, box.event),
        chronicle.week[box.event],
        box.generation === 0 ? "" : nameAt(chronicle, chronicle.parent[box.event]),
        genealogy.descendants[box.event],
      ]),
    }),
  };
}

function broughtSentence({ plan }: ToldForest, name: string, brought: number): Rich {
  if (brought === 0) return rich`Under ${plan}, ${name} brought nobody`;
  const people = brought === 1 ? "one other" : `${countText(brought, notation.value)} others`;
  return rich`Under ${plan}, ${people} descend from ${name}`;
}
