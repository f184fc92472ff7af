/** What the library says of each thing a plan may do: neutral sentences that hold with whatever number the results give. */
import type { DocumentIntervention } from "../schema.ts";
import type { StoryStep } from "../story.ts";

type Kind = DocumentIntervention["kind"];

export interface KindText {
  readonly name: string;
  readonly headline: string;
  readonly text: string;
  /** A last sentence where there is another plan to set it beside; RIVAL stands for that plan's id. */
  readonly beside: string;
  readonly notes: string;
  readonly measure: StoryStep["measure"];
}

export const RIVAL = "RIVAL";
const DEEP_SO_FAR =
  "By {month}, {deep} of employees are in deep practice: time and again they answer, write down or find help.";

/** The five stages first, then whatever else a plan may do. */
export const KIND_TEXTS: Readonly<Record<Kind, KindText>> = {
  communities: {
    name: "Communities of practice",
    headline: "{members} share what works and what does not",
    text:
      "People who do the same work meet and solve its problems together, which needs hardly anybody’s approval. " +
      "By {month}, live communities number {communities}, and {members} of employees belong to one.",
    beside: "",
    notes:
      "Begin with the problem, not the tool: for almost any role there is value in sharing what works. " +
      "It is practical, it is simple, and others have done it long before. Ask who in the room meets peers regularly.",
    measure: "memberShare",
  },
  council: {
    name: "Council",
    headline: "A new project waits {reviewWeeks} for its reviews",
    text:
      "Practitioners from across the firm tell each other what they try and what legal, security and staff councils " +
      "have agreed to, so that nobody asks twice. A project that starts now spends {reviewWeeks} in reviews.",
    beside: "Under {plan:RIVAL} it spends {reviewWeeks:RIVAL}.",
    notes:
      "Units begin alone and meet the same questions: law, data security, privacy, personnel. " +
      "A council saves months of frustration on both sides and shapes services that all can use.",
    measure: "projectReviewDuration",
  },
  center: {
    name: "Center of excellence",
    headline: "Practices written down and in use: {practices}",
    text:
      "A handful of experts is brought together: people know where to go, and what has been learnt inside and outside " +
      `the firm is kept. ${DEEP_SO_FAR}`,
    beside: "",
    notes:
      "Communities and council need help that stays. Usually two to six people who were scattered before are enough.",
    measure: "practicesInUse",
  },
  tribe: {
    name: "Tribe",
    headline: "Champions who carry it into every corner: {champions}",
    text:
      "Change needs to know each place’s work, so more experts are no answer; champions of every level and location, " +
      "with clear roles, are. Those who now connect, coach and curate number {champions}, and {deep} of employees are in deep practice.",
    beside: "",
    notes:
      "A few projects already exhaust the center. A tribe is ten to a hundred times its size and costs little: " +
      "it links enthusiasm from below with what the firm wants.",
    measure: "deepShare",
  },
  platform: {
    name: "Platform",
    headline: "With a platform, {weeklyActive} come every week",
    text:
      "A platform makes it simple and reaches everybody. By {month}, {registered} of employees have registered, " +
      "{weeklyActive} use it in a week and {deep} are in deep practice.",
    beside: "Under {plan:RIVAL}, {deep:RIVAL} are.",
    notes:
      "What is a platform for? Where problems and people are known before the launch, users come for a reason. " +
      "Registered users are easily counted and say little about changed work.",
    measure: "weeklyActiveShare",
  },
  campaign: plainText("Campaign", "{registered} have registered", "registeredShare", [
    "A campaign asks everybody for attention.",
    "By {month}, {registered} of employees have registered and {weeklyActive} use the platform in a week.",
  ]),
  events: plainText("Events", "Events bring {weeklyActive} back every week", "weeklyActiveShare", [
    "Events remind people that there is a place to go.",
    "By {month}, {weeklyActive} of employees come in a week and {shallow} come without ever going deep.",
  ]),
  measure: plainText("Measuring", "Support among executives stands at {support}", "sponsorSupport", [
    "What it is worth is measured and shown, so that those who pay can see it.",
    "By {month}, executive support stands at {support} on a scale of 0 to 1.",
  ]),
  sponsor: plainText("Sponsor", "Support among executives stands at {support}", "sponsorSupport", [
    "An executive takes it up as a cause of their own.",
    "By {month}, executive support stands at {support} on a scale of 0 to 1.",
  ]),
  sharedService: plainText(
    "Shared service",
    "A new project waits {reviewWeeks} for its reviews",
    "projectReviewDuration",
    [
      "What every unit needs is designed and approved once, for all.",
      "By {month}, a project that starts spends {reviewWeeks} in reviews.",
    ],
  ),
  incentive: plainText("Incentive", "Rewarded for a while: {weeklyActive} a week", "weeklyActiveShare", [
    "Contributions are rewarded for a while.",
    "By {month}, {weeklyActive} of employees use the platform in a week and {deep} are in deep practice.",
  ]),
  stop: plainText("An end", "After the end, {deep} are in deep practice", "deepShare", [
    "Something that ran is ended.",
    "By {month}, {deep} of employees are in deep practice.",
  ]),
};

function plainText(
  name: string,
  headline: string,
  measure: StoryStep["measure"],
  sentences: readonly string[],
): KindText {
  return { name, headline, text: sentences.join(" "), beside: "", notes: "", measure };
}
