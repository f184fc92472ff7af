/** The place that is open: Compare at once, the others when they are first asked for. */
import type { ComponentType, JSX } from "preact";
import { Compare } from "../compare/place.tsx";
import { placeName, type PlaceName } from "../store/places.ts";
import { onDemand } from "./on-demand.tsx";

const PLACE_COMPONENTS: Readonly<Record<PlaceName, ComponentType>> = {
  compare: Compare,
  explore: onDemand(async () => (await import("../explore/place.tsx")).Explore),
  present: onDemand(async () => (await import("../present/place.tsx")).PresentPlace),
};

export function OpenPlace(): JSX.Element {
  const Place = PLACE_COMPONENTS[placeName.value];
  return <Place />;
}
