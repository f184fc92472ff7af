/** The script of a process, Node or bun: answers every line of its input with a line. */
import { answerFor, answerText } from "./answer.ts";
import { SCENES } from "./scenes.ts";

const answer = answerFor(SCENES);
let rest = "";

process.stdin.setEncoding("utf8").on("data", (chunk: string) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) process.stdout.write(`${answerText(answer, line)}\n`);
});
