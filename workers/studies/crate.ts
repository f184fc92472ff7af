/** RO-Crate 1.1 of a finished study: what lies in its folder, for archives that read JSON-LD. */
import type { Study } from "../../scenarios/studies/index.ts";
import { CSV, EVENTS, listedIn, TABLE, type ListedFile, type Manifest } from "./manifest.ts";

/** The crate; without a date, which would make equal studies differ: an archive adds its own. */
export function crateOf({ name, notes }: Study, manifest: Manifest): object {
  const { engine, study } = manifest;
  const files = listedIn(manifest);
  const parts = [...files.map(({ file }) => file), "study.json", "manifest.json", "blocks/"];
  return {
    "@context": "https://w3id.org/ro/crate/1.1/context",
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
        about: { "@id": "./" },
      },
      {
        "@id": "./",
        "@type": "Dataset",
        name,
        description: notes ?? `Simulated runs of the study "${name}"`,
        identifier: `sha256:${study}`,
        hasPart: parts.map((id) => ({ "@id": id })),
        mentions: { "@id": "#simulation" },
      },
      ...files.map(fileEntity),
      { "@id": "study.json", "@type": "File", name: "The study", encodingFormat: "application/json" },
      {
        "@id": "manifest.json",
        "@type": "File",
        name: "Every file with its SHA-256",
        encodingFormat: "application/json",
      },
      { "@id": "blocks/", "@type": "Dataset", name: "The blocks the table is merged from" },
      {
        "@id": "#simulation",
        "@type": "CreateAction",
        name: "Simulation",
        instrument: { "@id": "#groundwork" },
        object: { "@id": "study.json" },
        result: files.map(({ file }) => ({ "@id": file })),
      },
      { "@id": "#groundwork", "@type": "SoftwareApplication", name: "Groundwork", softwareVersion: engine },
    ],
  };
}

const NAMES: Readonly<Record<string, string>> = {
  [TABLE]: "Every run's row",
  [CSV]: "Every run's row as CSV",
  [EVENTS]: "What happens to everybody in every run",
};

function fileEntity({ file, bytes, sha256 }: ListedFile): object {
  return {
    "@id": file,
    "@type": "File",
    name: NAMES[file],
    encodingFormat: file === CSV ? "text/csv" : "application/vnd.apache.parquet",
    contentSize: String(bytes),
    sha256,
  };
}
