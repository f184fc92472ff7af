/** The command line's front door: no chart code is loaded from here. */
import { main } from "./terminal/main.ts";

process.exit(await main(process.argv.slice(2)));
