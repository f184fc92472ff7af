/** Studies in Node: folders of blocks that are simulated, resumed, merged and verified. */
export { openTable, readDigests } from "./answers.ts";
export type { ReadOutput } from "./answers.ts";
export { Contradiction, standingOf } from "./standing.ts";
export type { Standing } from "./standing.ts";
export { isStudyFolder, openFolder, readFolder } from "./folder.ts";
export type { BlockFile, BlockPlace, StudyFiles } from "./blocks.ts";
export { FolderBusy } from "./lock.ts";
export { mergedPlace, progressOf, readVersion } from "./looks.ts";
export type { Progressed } from "./looks.ts";
export { EVENTS, readManifest, TABLE } from "./manifest.ts";
export type { ListedFile, Manifest } from "./manifest.ts";
export { Incomplete, mergeStudy, runShard, runStudy } from "./study.ts";
export type { Work } from "./study.ts";
export { verifyFiles, verifyRuns } from "./verify.ts";
export type { Check } from "./verify.ts";
