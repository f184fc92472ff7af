/** The file the explorer's web worker starts with. */
import { expose, transfer, type Endpoint } from "comlink";
import { createExplorer, type Explorer } from "./explorer.ts";

const explorer = createExplorer();
const exposed: Explorer = {
  ...explorer,
  look: async (question) => {
    const look = await explorer.look(question);
    const { shares, differences, order, means } = look;
    return transfer(
      look,
      [shares, differences, order, ...means].map(({ buffer }) => buffer as ArrayBuffer),
    );
  },
};
expose(exposed, globalThis as unknown as Endpoint);
