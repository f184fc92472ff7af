/** Determinism: a run is a function of its spec, whatever was skipped, saved, permuted or planned for later. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalOrder,
  createWorld,
  digest,
  digestByColumn,
  MEASURES,
  restore,
  run,
  runTwin,
  series,
  snapshot,
  step,
  traceOf,
  type RunSpec,
  type World,
} from "../../engine/index.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, interventions, specOf, specs } from "./worlds.ts";

function finish(world: World): World {
  while (world.state.firm.week[0] < world.spec.weeks) step(world);
  return world;
}

/** Digests without the plan's own columns, whose length is the plan's. */
function sharedDigests(world: World): Record<string, string> {
  return Object.fromEntries(
    Object.entries(digestByColumn(world)).filter(([name]) => !name.startsWith("intervention.")),
  );
}

const LONG = specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 60 });

describe("a run", () => {
  it("is the same twice", () => {
    fc.assert(
      fc.property(specs, (spec) => {
        expect(digest(finish(createWorld(spec)))).toBe(digest(finish(createWorld(spec))));
      }),
      { numRuns: 40 },
    );
    expect(run(LONG).digest).toBe(run(LONG).digest);
  });

  it("is another for another seed, another replicate", () => {
    const digests = [LONG, { ...LONG, replicate: 1 }, { ...LONG, seed: [20_240_101, 8] as const }].map(
      (spec) => run(spec).digest,
    );
    expect(new Set(digests).size).toBe(3);
  });

  it("doesn't change when people without a channel are passed over", () => {
    const check = (spec: RunSpec): void => {
      const skipping = createWorld(spec);
      const whole = createWorld(spec, { isSkippingIdle: false });
      expect(digestByColumn(finish(whole))).toEqual(digestByColumn(finish(skipping)));
    };
    check(LONG);
    fc.assert(fc.property(specs, check), { numRuns: 40 });
  });

  it("doesn't change when it is counted by group", () => {
    const plain = finish(createWorld(LONG));
    const grouped = finish(createWorld(LONG, { groupBy: ["unit", "role", "level", "site"] }));
    expect(digestByColumn(grouped)).toEqual(digestByColumn(plain));
  });

  it("goes on from a snapshot of any week as if nothing had been", () => {
    fc.assert(
      fc.property(specs, fc.nat(30), (spec, at) => {
        const world = createWorld(spec);
        for (let i = 0; i < Math.min(at, spec.weeks); i++) step(world);
        const saved = snapshot(world);
        finish(world);
        const other = createWorld(spec);
        restore(other, saved);
        expect(digestByColumn(finish(other))).toEqual(digestByColumn(world));
        restore(world, saved);
        expect(digest(finish(world))).toBe(digest(other));
      }),
      { numRuns: 40 },
    );
  });

  it("does nothing at its horizon", () => {
    const world = finish(createWorld(specOf({ weeks: 3 })));
    const before = digest(world);
    step(world);
    expect(digest(world)).toBe(before);
  });

  it("refuses a snapshot of another world", () => {
    const world = createWorld(specOf({ weeks: 3 }));
    expect(() => restore(world, new ArrayBuffer(8))).toThrow("snapshot of another world");
  });
});

describe("a plan", () => {
  it("is a set: the order of its list changes nothing", () => {
    const law = fc.property(
      specs.chain((spec) =>
        fc.tuple(fc.constant(spec), fc.shuffledSubarray([...spec.plan], { minLength: spec.plan.length })),
      ),
      ([spec, plan]) => {
        expect(digestByColumn(finish(createWorld({ ...spec, plan })))).toEqual(
          digestByColumn(finish(createWorld(spec))),
        );
      },
    );
    fc.assert(law, { numRuns: 40 });
  });

  it("has stops first in a week, then kinds by name", () => {
    const order = canonicalOrder([
      { week: 1, kind: "council" },
      { week: 0, kind: "platform" },
      { week: 0, kind: "campaign", weeks: 2, intensity: 1 },
      { week: 0, kind: "stop", what: "tribe" },
      { week: 0, kind: "campaign", weeks: 12, intensity: 1 },
    ]);
    expect(order.map(({ kind }) => kind)).toEqual(["stop", "campaign", "campaign", "platform", "council"]);
    expect(canonicalOrder(order.toReversed())).toEqual(order);
  });

  it("of nothing is its own twin bit for bit, worth exactly 0", () => {
    const check = (some: RunSpec): void => {
      const spec = { ...some, plan: [] };
      const trace = run(spec);
      const again = traceOf(finish(createWorld(spec)), runTwin(spec));
      expect(again.digest).toBe(trace.digest);
      for (const { name, isAgainstTwin } of MEASURES)
        if (isAgainstTwin) expect(series(again, name).every((value) => Object.is(value, 0))).toBe(true);
    };
    check(LONG);
    fc.assert(fc.property(specs, check), { numRuns: 25 });
  });

  it("for later doesn't show before its week", () => {
    fc.assert(
      fc.property(
        specs,
        fc.nat(20),
        fc.array(interventions, { minLength: 1, maxLength: 3 }),
        (spec, after, more) => {
          const later = more.map((item) => ({ ...item, week: after + item.week }));
          const [short, long] = [createWorld(spec), createWorld({ ...spec, plan: [...spec.plan, ...later] })];
          const first = Math.min(spec.weeks, ...later.map((item) => item.week));
          for (let i = 0; i < first; i++) [short, long].forEach((world) => step(world));
          expect(sharedDigests(long)).toEqual(sharedDigests(short));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("shocks", () => {
  it("are a set: the order of their list changes nothing", () => {
    const forwards = createWorld({ ...LONG, weeks: 30 });
    const backwards = createWorld({ ...LONG, weeks: 30, shocks: EVERY_SHOCK.toReversed() });
    expect(digestByColumn(finish(backwards))).toEqual(digestByColumn(finish(forwards)));
  });
});
