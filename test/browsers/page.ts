/** The script of the page: answers in the page itself or through a module worker. */
import { answerFor, answerText } from "./answer.ts";
import { SCENES } from "./scenes.ts";

declare global {
  /** What a browser's driver calls with the place, "page" or "worker", and a task's text. */
  var carryTask: (place: string, text: string) => Promise<string>;
}

const answer = answerFor(SCENES);
const worker = new Worker("worker.js", { type: "module" });

globalThis.carryTask = (place, text) =>
  place === "worker" ? carryToWorker(text) : Promise.resolve(answerText(answer, text));

/** One task at a time: the next message is its answer. */
function carryToWorker(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(String(data));
    worker.onerror = ({ message }) => reject(new Error(`the worker failed: ${message}`));
    worker.postMessage(text);
  });
}
