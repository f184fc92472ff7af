/** A study's folder: one study each, known by the study.json in it. */
import * as nodeFiles from "node:fs";
import { join } from "node:path";
import { InputError } from "../../scenarios/index.ts";
import { layoutOf, parseStudy, studySha256, type Study } from "../../scenarios/studies/index.ts";
import { pendingFile } from "../files.ts";
import type { BlockPlace, StudyFiles } from "./blocks.ts";

const STUDY = "study.json";

/** Makes the folder a study's, or finds that it is. @throws InputError at another study's folder, and what the file system throws */
export function openFolder(
  folder: string,
  study: Study,
  results: string,
  files: StudyFiles = nodeFiles,
): BlockPlace {
  const layout = layoutOf(study);
  const there = textIn(folder, files);
  if (there === undefined) {
    const file = pendingFile(join(folder, STUDY), files);
    file.write(`${JSON.stringify(study, undefined, 2)}\n`);
    file.commit();
  } else if (studySha256(parseStudy(there, join(folder, STUDY))) !== layout.sha) {
    throw new InputError(`folder of another study; its study.json differs: ${JSON.stringify(folder)}`);
  }
  return { folder, layout, results, files };
}

/** The study whose folder it is. @throws InputError at a folder without a study, and what the file system throws */
export function readFolder(folder: string, results: string, files: StudyFiles = nodeFiles): BlockPlace {
  const text = textIn(folder, files);
  if (text === undefined)
    throw new InputError(`no folder of a study; without study.json: ${JSON.stringify(folder)}`);
  return { folder, layout: layoutOf(parseStudy(text, join(folder, STUDY))), results, files };
}

/** Whether a folder has a study in it. */
export function isStudyFolder(folder: string): boolean {
  return nodeFiles.existsSync(join(folder, STUDY));
}

function textIn(folder: string, files: StudyFiles): string | undefined {
  try {
    return files.readFileSync(join(folder, STUDY), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}
