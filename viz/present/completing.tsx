/** Completes placeholders in the text field inside it from a list, by keyboard or pointer. */
import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Document } from "../../scenarios/index.ts";
import { suggestionsFor, type Suggestion } from "./suggestions.ts";
import { useId } from "../shell/own-id.ts";

type Field = HTMLTextAreaElement | HTMLInputElement;

/** What is suggested for the field in a holder, and what events of it do. */
function useSuggestions(
  document: Document,
  id: string,
): {
  readonly holder: RefObject<HTMLDivElement>;
  readonly list: readonly Suggestion[];
  readonly at: number;
  readonly suggest: () => void;
  readonly take: (suggestion: Suggestion) => void;
  readonly obey: (event: KeyboardEvent) => void;
  readonly close: () => void;
} {
  const holder = useRef<HTMLDivElement>(null);
  const [list, setList] = useState<readonly Suggestion[]>([]);
  const [at, setAt] = useState(0);
  const field = (): Field => holder.current!.querySelector<Field>("textarea, input")!;
  const isOpen = list.length > 0;
  useEffect(() => describe(field(), isOpen ? { list: id, option: `${id}-${at}` } : undefined), [isOpen, at]);

  const suggest = (): void => {
    const { value, selectionStart } = field();
    setList(suggestionsFor(value.slice(0, selectionStart ?? 0), document).list);
    setAt(0);
  };
  const take = ({ text }: Suggestion): void => {
    const one = field();
    const caret = one.selectionStart ?? 0;
    const { from } = suggestionsFor(one.value.slice(0, caret), document);
    const isClosed = text.endsWith("}") && one.value[caret] === "}";
    one.setRangeText(text, from, caret + (isClosed ? 1 : 0), "end");
    // The field hears of it as of anything typed.
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.focus();
  };
  const obey = (event: KeyboardEvent): void => {
    if (!isOpen || !actOn(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const actOn = (key: string): boolean => {
    if (key === "ArrowDown") setAt((at + 1) % list.length);
    else if (key === "ArrowUp") setAt((at + list.length - 1) % list.length);
    else if (key === "Enter" || key === "Tab") take(list[at]);
    else if (key === "Escape") setList([]);
    else return false;
    return true;
  };

  return {
    holder: holder as RefObject<HTMLDivElement>,
    list,
    at,
    suggest,
    take,
    obey,
    close: () => setList([]),
  };
}

/** Tells those who can't see the list that it is there, and which of it is chosen. */
function describe(field: Field, open: { readonly list: string; readonly option: string } | undefined): void {
  field.setAttribute("aria-autocomplete", "list");
  for (const [name, value] of [
    ["aria-controls", open?.list],
    ["aria-activedescendant", open?.option],
  ] as const) {
    if (value === undefined) field.removeAttribute(name);
    else field.setAttribute(name, value);
  }
}

export function Completing(props: {
  readonly document: Document;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  const { holder, list, at, suggest, take, obey, close } = useSuggestions(props.document, id);
  return (
    <div ref={holder} class="completing" onInputCapture={suggest} onKeyDownCapture={obey} onFocusOut={close}>
      {props.children}
      {list.length > 0 ? (
        <div class="options" id={id} role="listbox" aria-label="Results to name">
          {list.map((suggestion, i) => (
            <div
              key={suggestion.text}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              // Before the field loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              <code>{suggestion.text}</code> {suggestion.meaning}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
