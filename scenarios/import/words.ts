/** Numbers and lists as the reports of an import say them. */

/** 12345 → "12,345" */
export function counted(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 person`, `2 people` */
export function plural(count: number, one: string, many: string): string {
  return `${counted(count)} ${count === 1 ? one : many}`;
}

const LISTED = 10;

/** "a, b and 3 more" */
export function listed(items: readonly string[]): string {
  const rest = items.length - LISTED;
  return rest > 0 ? `${items.slice(0, LISTED).join(", ")} and ${rest} more` : items.join(", ");
}
