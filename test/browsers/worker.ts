/** The script of the module worker: answers one message at a time. */
import { answerFor, answerText } from "./answer.ts";
import { SCENES } from "./scenes.ts";

const answer = answerFor(SCENES);

addEventListener("message", ({ data }) => postMessage(answerText(answer, String(data))));
