/** Pictures of everybody: nobody is left out, no two dots touch, every dot is found again under its pixels. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWitness, FILM_STATE, run } from "../../../engine/index.ts";
import { libraryDocument, resolveOrganisation, specOf } from "../../../scenarios/index.ts";
import { spawnHere, createPool } from "../../../workers/index.ts";
import { DARK, LIGHT } from "../../../viz/charts/palette.ts";
import { groupsOf } from "../../../viz/people/groups.ts";
import { layOutPeople, seatAt, type Box, type Group } from "../../../viz/people/layout.ts";
import { createPeoplePainter, type PaintContext } from "../../../viz/people/painter.ts";
import { createSights } from "../../../viz/people/sights.ts";

/** Groups over seats 0 … n − 1. */
const groups = fc
  .array(fc.oneof(fc.nat(30), fc.nat(600)), { maxLength: 24 })
  .map((sizes): readonly Group[] => {
    let first = 0;
    return sizes.map((size, i) => {
      const seats = Array.from({ length: size }, (_, k) => first + k);
      first += size;
      return { name: `Unit ${i}`, seats };
    });
  });
const boxes: fc.Arbitrary<Box> = fc.record({
  width: fc.integer({ min: 260, max: 1200 }),
  height: fc.integer({ min: 120, max: 800 }),
  density: fc.constantFrom(1, 1.5, 2, 3),
});

function countOf(all: readonly Group[]): number {
  return all.reduce((sum, { seats }) => sum + seats.length, 0);
}

/** A canvas of plain memory. */
function paper(): PaintContext & { readonly pixels: () => Uint32Array } {
  let image = { data: new Uint8ClampedArray(0), width: 0, height: 0 } as unknown as ImageData;
  return {
    createImageData: ((width: number, height: number) =>
      ({
        data: new Uint8ClampedArray(4 * width * height),
        width,
        height,
      }) as unknown as ImageData) as PaintContext["createImageData"],
    putImageData: (painted: ImageData) => {
      image = painted;
    },
    pixels: () => new Uint32Array(image.data.buffer),
  };
}

describe("a layout", () => {
  test("gives everybody one dot within the width, on device pixels, apart from every other", () => {
    fc.assert(
      fc.property(groups, boxes, (all, box) => {
        const count = countOf(all);
        const layout = layOutPeople(all, count, box);
        expect(Array.from(layout.seats).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: count }, (_, a) => a),
        );
        const taken = new Set<string>();
        const cells = new Set<number>();
        for (let a = 0; a < count; a++) {
          const [x, y] = [layout.x[a] * box.density, layout.y[a] * box.density];
          expect(Math.abs(x - Math.round(x)) + Math.abs(y - Math.round(y))).toBeLessThan(0.01);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y + layout.pitch * box.density).toBeLessThanOrEqual(layout.height * box.density + 1);
          taken.add(`${Math.round(x)} ${Math.round(y)}`);
          cells.add(seatAt(layout, layout.x[a] + layout.side / 2, layout.y[a] + layout.side / 2));
        }
        expect(taken.size).toBe(count);
        expect(cells.size).toBe(count);
        expect(cells.has(-1)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  test("of dozens keeps within its box, with dots that grow as people get fewer", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });
    const sides = fc.record({
      width: fc.integer({ min: 390, max: 1400 }),
      height: fc.integer({ min: 300, max: 800 }),
      density: fc.constantFrom(1, 2),
    });
    const unitsOf = (counts: readonly number[]): Group[] => {
      let first = 0;
      return counts.map((size) => {
        const seats = Array.from({ length: size }, (_, k) => first + k);
        first += size;
        return { name: "Unit", seats };
      });
    };
    fc.assert(
      fc.property(sizes, sides, (counts, box) => {
        const layout = layOutPeople(unitsOf(counts), countOf(unitsOf(counts)), box);
        expect(layout.height).toBeLessThanOrEqual(box.height);
        for (const x of layout.x) expect(x + layout.side).toBeLessThanOrEqual(box.width + 0.01);
        const more = unitsOf(counts.map((size) => 4 * size));
        expect(layOutPeople(more, countOf(more), box).pitch).toBeLessThanOrEqual(layout.pitch);
      }),
      { numRuns: 100 },
    );
    const stage = { width: 968, height: 640, density: 1 };
    expect(layOutPeople(unitsOf([40]), 40, stage).pitch).toBeGreaterThan(70);
    expect(layOutPeople(unitsOf([200]), 200, stage).pitch).toBeGreaterThan(40);
  });

  test("keeps to its box as long as dots of a device pixel do", () => {
    const all = [{ name: "All", seats: Array.from({ length: 10_000 }, (_, a) => a) }];
    for (const [width, height] of [
      [668, 420],
      [358, 300],
      [1240, 700],
    ]) {
      const layout = layOutPeople(all, 10_000, { width, height, density: 2 });
      expect(layout.height).toBeLessThanOrEqual(height);
      expect(layout.pitch).toBeGreaterThanOrEqual(2);
    }
  });

  test("finds nobody beside the dots, and is empty without people", () => {
    const layout = layOutPeople([], 0, { width: 300, height: 200, density: 1 });
    expect([layout.blocks, layout.height, seatAt(layout, 5, 20)]).toEqual([[], 0, -1]);
    const one = layOutPeople([{ name: "One", seats: [0] }], 1, { width: 300, height: 200, density: 1 });
    expect(seatAt(one, one.x[0] - 1, one.y[0])).toBe(-1);
    expect(seatAt(one, one.x[0], one.y[0] + one.pitch)).toBe(-1);
  });
});

describe("a painter", () => {
  test("paints a square a person in the colour of the state, and the absent not at all", () => {
    fc.assert(
      fc.property(
        groups,
        boxes,
        fc.array(fc.nat(255), { minLength: 1, maxLength: 50 }),
        (all, box, bytes) => {
          const count = countOf(all);
          const layout = layOutPeople(all, count, box);
          const states = Uint8Array.from({ length: count }, (_, a) => {
            const byte = bytes[a % bytes.length];
            return (byte & 7) === 5 || (byte & 7) === 6 ? FILM_STATE.absent : byte;
          });
          const sheet = paper();
          createPeoplePainter(sheet, layout, box.density).paint({ states }, LIGHT);
          const side = Math.max(1, Math.round(layout.side * box.density));
          const counts = new Map<number, number>();
          for (const pixel of sheet.pixels()) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
          LIGHT.states.forEach((colour, state) => {
            const people = states.filter((byte) => (byte & 7) === state).length;
            const rgb = Number.parseInt(colour.slice(1), 16);
            const pixel = (0xff000000 | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
            expect(counts.get(pixel) ?? 0).toBe(people * side * side);
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  test("fades everybody but those who stand out", () => {
    const layout = layOutPeople([{ name: "All", seats: [0, 1] }], 2, { width: 300, height: 100, density: 1 });
    const sheet = paper();
    const painter = createPeoplePainter(sheet, layout, 1);
    const states = Uint8Array.of(FILM_STATE.deep, FILM_STATE.deep);
    const pixelOf = (a: number): number => sheet.pixels()[layout.y[a] * 300 + layout.x[a]];
    painter.paint({ states, lit: Uint8Array.of(1, 0) }, DARK);
    expect(pixelOf(0).toString(16)).toBe("ffbff5d2");
    expect(pixelOf(1)).not.toBe(pixelOf(0));
    painter.paint({ states }, DARK);
    expect(pixelOf(1)).toBe(pixelOf(0));
  });
});

describe("sights", () => {
  const document = libraryDocument("start-up", ["platform-first", "problems-first"]);
  const organisation = resolveOrganisation(document);
  const request = { document, people: null, plan: 1, replicate: 3, seeing: "states" } as const;

  test("are of the very run that the curves show, and kept", async () => {
    const sights = createSights(() => createPool({ size: 1, spawn: spawnHere }));
    expect(sights.known(request)).toBeUndefined();
    const seen = await sights.see(request);
    const expected = run(specOf(document, organisation, 1, 3), { witness: createWitness });
    expect(seen.digest).toBe(expected.digest);
    expect(seen.film).toEqual(expected.sight!.film);
    expect(sights.known(request)).toBe(seen);
    expect(sights.known({ ...request, replicate: 4 })).toBeUndefined();
  });

  test("end as cancelled when nobody waits any more", async () => {
    const sights = createSights(() => createPool({ size: 1, spawn: spawnHere }));
    await expect(sights.see(request, AbortSignal.abort())).rejects.toThrow("run cancelled");
    expect((await sights.see(request)).film.weeks).toBe(document.weeks);
  });

  test("group everybody by unit or department, the smallest together where there are too many", async () => {
    const { seats, seatCount } = (
      await createSights(() => createPool({ size: 1, spawn: spawnHere })).see(request)
    ).film;
    const units = groupsOf(seats, "unit", organisation.unitNames);
    expect(units.map(({ name }) => name)).toEqual(organisation.unitNames);
    const departments = groupsOf(seats, "department", []);
    expect(departments[0].name).toBe("Department 1");
    for (const blocks of [units, departments, groupsOf(seats, "department", [], 2)])
      expect(blocks.flatMap((group) => Array.from(group.seats)).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: seatCount }, (_, a) => a),
      );
    expect(groupsOf(seats, "department", [], 2).map(({ name }) => name)[1]).toMatch(/^\d+ others$/);
  });
});
