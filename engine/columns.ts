/** The registry of state: every column's group, name and width, laid out in one buffer. */

const WIDTHS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  i32: Int32Array,
  u16: Uint16Array,
  i16: Int16Array,
  u8: Uint8Array,
} as const;
type Width = keyof typeof WIDTHS;
type ArrayOf = { [W in Width]: InstanceType<(typeof WIDTHS)[W]> };
export type Column = ArrayOf[Width];

/** Not yet, as a week; before every week there is. */
export const NEVER = -32768;
/** All state that outlives a week, by group. A group's length is fixed when a world is made. */
export const COLUMNS = {
  employee: {
    /** Seat for the first occupant, seat + (week + 1)·2²⁰ for one hired in a later week. */
    personId: "u32",
    isPresent: "u8",
    /** The next week in which the occupant may leave. */
    nextLeaveWeek: "i16",
    /** Skill, engagement and their bases, in [.02, .98]. */
    skill: "f32",
    skillBase: "f32",
    engagement: "f32",
    engagementBase: "f32",
    /** Needs of one's own in [−1, 1], 0 neutral. */
    autonomy: "f32",
    mastery: "f32",
    relatedness: "f32",
    /** Propensity to take part, in [0, 1]. */
    willingness: "f32",
    /** Share (or count) of peers one must see. */
    threshold: "f32",
    isResistant: "u8",
    weekRegistered: "i16",
    habit: "f32",
    platformUtility: "f32",
    communityUtility: "f32",
    /** Windows of bits, bit 0 = the last week done. */
    visitedWeeks: "u16",
    attendedWeeks: "u16",
    deepWeeks: "u16",
    /** Weeks with an answer on the platform. */
    answeredWeeks: "u16",
    /** Weeks with a post, question or answer in either medium; every deep week is one. */
    contributedWeeks: "u16",
    /** Posts of the last four weeks, a byte each, the last week lowest. */
    recentPosts: "u32",
    /** Of the community of the employee's scope. */
    isMember: "u8",
    /** 0 none, 1 connector, 2 coach, 3 curator. */
    champion: "u8",
    /** Answers and documents given, fading by 2% a week, lost after a quarter without; an output only. */
    reputation: "f32",
    /** Survival since the spell began over the spell's uniform draw; the event happens below 1. */
    registrationMargin: "f64",
    membershipMargin: "f64",
    /** Pushed counts over one's ties, true at every week's start. */
    presentTies: "u16",
    presentRoleTies: "u16",
    visitingTies: "u16",
    newUserTies: "u16",
    attendingRoleTies: "u16",
  },
  unit: {
    headcount: "i32",
    /** Sponsor support in [0, 1]. */
    support: "f64",
    precedents: "f64",
    attention: "f64",
    /** Purpose that the unit's success stories give its people, in [0, 1]. */
    purpose: "f64",
    projectsInReview: "i32",
    /** Solved value of the running quarter by medium, 1/1024 of a currency unit. */
    quarterCommunityValue: "f64",
    quarterPlatformValue: "f64",
  },
  /** Non-local solves of the last four weeks: [week % 4 · unitCount + unit]. */
  recent: { unitSolves: "u32" },
  /** Unit projects whose review ends in a week: [unit · (weeks + 1) + week]. */
  due: { projects: "u16" },
  reviewer: { freeAt: "f64" },
  community: {
    isLive: "u8",
    weekFounded: "i16",
    members: "i32",
    health: "f64",
    /** Week the plan's review ends, NEVER without one. */
    reviewEnds: "i16",
    /** Week the plan's community opened, for attention. */
    weekOpened: "i16",
    structuredUntil: "i16",
    /** Weeks of structured meetings a plan asked for. */
    structuredWeeks: "i16",
  },
  /** Expiry week of a documented topic, 0 = none: [base · TOPICS + topic], communities first, then roles. */
  knowledge: { expires: "u16" },
  /** Entries that expire in a week. */
  expiry: { entries: "u32" },
  intervention: {
    /** 0 future, 1 in review, 2 waiting for a platform, 3 live, 4 over. */
    status: "u8",
    reviewEnds: "i16",
    weekLive: "i16",
    weekOver: "i16",
    /** Quarterly reports since a measurement was bought. */
    reports: "u8",
  },
  firm: {
    week: "i32",
    headcount: "i32",
    users: "i32",
    visitors: "i32",
    newUsers: "i32",
    posters: "i32",
    champions: "i32",
    documentedEntries: "i32",
    nonLocalSolves: "f64",
    useCaseKnowledge: "f64",
    facilitation: "f64",
    funding: "f64",
    firstEffectWeek: "i32",
    firstReportWeek: "i32",
    cancelledWeek: "i32",
    sharedServiceLevel: "i32",
    quarterCost: "f64",
    platformReviewWeeks: "f64",
    communityReviewWeeks: "f64",
    projectReviewWeeks: "f64",
  },
  /** Reviews pooled by a council and not yet turned into a shared service: platform, community, project. */
  pooled: { reviews: "f64" },
  /** Cohorts so far: size and returns at 4–7 weeks, size and returns at 9–12 weeks. */
  cohort: { counts: "f64" },
  /** Community questions so far by size class: asked, solved for small, medium, large. */
  sizeClass: { counts: "f64" },
  /** Money of every account to date, in 1/1024 of a currency unit. */
  account: { total: "f64" },
  /** The measures of every week so far: [measure · (weeks + 1) + week]. */
  trace: { measures: "f64" },
  /** Measures by group, where asked for; an output, outside every digest. */
  grouped: { measures: "f64" },
} as const satisfies Record<string, Record<string, Width>>;

export type Group = keyof typeof COLUMNS;
type Names<G extends Group> = keyof (typeof COLUMNS)[G] & string;
export type ColumnName = { [G in Group]: `${G}.${Names<G>}` }[Group];
/** State as typed arrays: state.employee.skill[a]. */
export type State = {
  readonly [G in Group]: {
    readonly [K in keyof (typeof COLUMNS)[G]]: ArrayOf[(typeof COLUMNS)[G][K] & Width];
  };
};
export type Lengths = Readonly<Record<Group, number>>;

interface Place {
  readonly group: Group;
  readonly name: string;
  readonly width: Width;
}

const PLACES: readonly Place[] = Object.entries(COLUMNS).flatMap(([group, columns]) =>
  Object.entries(columns).map(([name, width]) => ({ group: group as Group, name, width })),
);

const DIGESTED = PLACES.filter((place) => place.group !== "grouped");

/** Every digested column's full name in registry order. */
export const COLUMN_NAMES = DIGESTED.map((place) => `${place.group}.${place.name}` as ColumnName);

/** Bytes the state of these lengths takes, every column on a multiple of 8. */
export function stateBytes(lengths: Lengths): number {
  let bytes = 0;
  for (const place of PLACES) bytes += columnBytes(place, lengths);
  return bytes;
}

function columnBytes(place: Place, lengths: Lengths): number {
  return Math.ceil((lengths[place.group] * WIDTHS[place.width].BYTES_PER_ELEMENT) / 8) * 8;
}

/** The state's columns over one buffer of at least stateBytes(lengths). */
export function layOut(buffer: ArrayBuffer, lengths: Lengths): State {
  let offset = 0;
  const place = (group: Group, name: string, width: Width): [string, Column] => {
    const column = new WIDTHS[width](buffer, offset, lengths[group]);
    offset += columnBytes({ group, name, width }, lengths);
    return [name, column];
  };
  // Object.fromEntries keeps the columns' offsets fixed; adding them one by one would make every access a search.
  const groups = Object.entries(COLUMNS).map(([group, columns]) => [
    group,
    Object.fromEntries(Object.entries(columns).map(([name, width]) => place(group as Group, name, width))),
  ]);
  return Object.fromEntries(groups) as State;
}

/** The digested columns of a state in registry order, as COLUMN_NAMES. */
export function columnsOf(state: State): Column[] {
  return columnsAt(state, DIGESTED);
}

/** All columns of a state in registry order, those outside every digest too. */
export function everyColumnOf(state: State): Column[] {
  return columnsAt(state, PLACES);
}

function columnsAt(state: State, places: readonly Place[]): Column[] {
  const groups = state as unknown as Record<string, Record<string, Column>>;
  return places.map((place) => groups[place.group][place.name]);
}
